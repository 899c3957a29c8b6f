import type { TrackStep } from "@mingbai/treasury/views";
import { useText } from "../../i18n/use-text.ts";
import { commonYear } from "../../ui/format-time.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { ProofMark } from "../../ui/proof-mark.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { receiptName, useProof } from "../verify/checked-receipts.ts";
import type { Track } from "./track.ts";

function StepMark({ step, title, onOpen }: { step: TrackStep; title: string; onOpen(): void }) {
  const proof = useProof(receiptName(step.transaction.id, step.transaction.line));
  return <ProofMark proof={proof} of={title} onOpen={onOpen} />;
}

function ByWhom({ step }: { step: TrackStep }) {
  const { t } = useText();
  const parts = step.actors.map(({ role, name }) => t(`track.by.${role}`, { name }));
  if (step.bankReference) parts.push(t("track.bankReference", { reference: step.bankReference }));
  return <span className="i2 sm">{parts.join(t("verify.comma"))}</span>;
}

/** The same steps as the picture, whole without it; the sum of what was burned stands against the payment. */
export function StepsTable({
  track,
  at,
  onOpen,
  stepTitle,
}: {
  track: Track;
  at: number;
  onOpen(index: number): void;
  stepTitle(index: number): string;
}) {
  const { t } = useText();
  const { time, timeInYear, unit, moneyWithUnit } = useFormat();
  const { zoneOffsetMinutes } = useLedger();
  const partyName = usePartyName();
  const missing = track.payment.amountMinor - track.burnedMinor;
  const times = track.steps.map(({ timeMs }) => timeMs);
  const year = commonYear(times, zoneOffsetMinutes);
  const sumWords = missing === 0 ? t("track.equal") : t("track.short", { amount: moneyWithUnit(missing) });
  return (
    <div className="frame">
      <table className="tbl steps">
        <caption className="sr">{t("track.steps")}</caption>
        <TableHead
          columns={[
            { head: t("track.step") },
            { head: year === undefined ? t("track.time") : t("track.timeIn", { year }), look: "wide" },
            { head: t("track.from"), look: "wide" },
            { head: t("track.to"), look: "wide" },
            { head: t("track.money", { unit }), look: "r" },
            { head: t("track.by"), look: "wide" },
            { head: t("track.receipt"), look: "mark-cell" },
          ]}
        />
        <tbody>
          {track.steps.map((step, index) => (
            <tr
              key={step.step}
              className={index === at ? "on" : ""}
              {...(index === at ? { "aria-current": "step" } : {})}
            >
              <th scope="row">
                <span className="i3 num">{step.step}</span> <b>{t(`track.kind.${step.kind}`)}</b>
                <span className="narrow sm i2">
                  {time(step.timeMs)}
                  <br />
                  {[step.from, step.to].flatMap((party) => (party ? [partyName(party)] : [])).join(" → ")}
                  <br />
                  <ByWhom step={step} />
                </span>
              </th>
              <td className="wide nw num i2">{year === undefined ? time(step.timeMs) : timeInYear(step.timeMs)}</td>
              <td className="wide party">{step.from ? partyName(step.from) : "—"}</td>
              <td className="wide party">{step.to ? partyName(step.to) : "—"}</td>
              <td className="r">
                <Money minor={step.amountMinor} />
                {step.paymentMinor !== step.amountMinor && (
                  <div className="sm i3 note-line">
                    {t("track.ofThis", { amount: moneyWithUnit(step.paymentMinor) })}
                  </div>
                )}
              </td>
              <td className="wide">
                <ByWhom step={step} />
              </td>
              <td className="mark-cell">
                <StepMark step={step} title={stepTitle(index)} onOpen={() => onOpen(index)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t("track.burnedTotal")}
              <span className={`narrow sm ${missing === 0 ? "ok" : "i2"}`}>{sumWords}</span>
            </th>
            <td className="wide" />
            <td className="wide" />
            <td className="wide" />
            <MoneyCell minor={track.burnedMinor} />
            <td className="wide">
              <span className={missing === 0 ? "ok" : "i2"}>{sumWords}</span>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
