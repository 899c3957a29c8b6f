import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Figure, type FigurePart } from "../../ui/figure.tsx";
import { daysBetween } from "../../ui/format-time.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FreezeLink } from "../regulator/freeze-link.tsx";
import type { Track } from "./track.ts";

function amountParts(track: Track, words: { burned(step: number): string; rest: string }): FigurePart[] {
  const burns = track.steps.filter(({ kind }) => kind === "burn");
  const parts = burns.map((step) => ({ label: words.burned(step.step), minor: step.paymentMinor }));
  const rest = track.payment.amountMinor - parts.reduce((sum, { minor }) => sum + minor, 0);
  return rest === 0 ? parts : [...parts, { label: words.rest, minor: rest }];
}

/** Amount, payee, purpose, fund, how long it took. */
export function TrackFacts({ track }: { track: Track }) {
  const { t } = useText();
  const { unit } = useFormat();
  const partyName = usePartyName();
  const { payment, steps, burnedMinor, readAt } = track;
  const fundList = `/payments?fund=${encodeURIComponent(payment.fund.id)}`;
  const done = burnedMinor === payment.amountMinor;
  const first = steps[0]?.timeMs ?? payment.enteredMs;
  const last = done ? (steps.at(-1)?.timeMs ?? first) : readAt.timeMs;
  const words = { burned: (step: number) => t("track.parts.burned", { step }), rest: t("track.parts.rest") };
  return (
    <dl className="facts">
      <div>
        <dt>{t("track.amount")}</dt>
        <dd className="num br">
          <Figure
            minor={payment.amountMinor}
            opened={{
              parts: amountParts(track, words),
              height: readAt.height,
              ways: [{ label: t("track.list"), to: fundList }],
            }}
          />{" "}
          <small>{unit}</small>
        </dd>
      </div>
      <div>
        <dt>{t("track.payee")}</dt>
        <dd>
          <Link to={`/payments?payee=${payment.payee.account}`}>{partyName(payment.payee)}</Link>{" "}
          <FreezeLink text={payment.payee.account} name={partyName(payment.payee)} />
        </dd>
      </div>
      {payment.purpose !== "" && (
        <div>
          <dt>{t("track.purpose")}</dt>
          <dd>{payment.purpose}</dd>
        </div>
      )}
      <div>
        <dt>{t("track.fund")}</dt>
        <dd>
          <Link to={fundList}>{payment.fund.name}</Link>
        </dd>
      </div>
      <div>
        <dt>{t(done ? "track.days" : "track.daysSoFar")}</dt>
        <dd>{t("track.daysValue", { count: daysBetween(first, last) })}</dd>
      </div>
    </dl>
  );
}
