import type { MatterDetail } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type PlannedPayment, placeKey } from "./pay-plan.ts";

/** One matter to pay: whom, how much, from which money, or why nothing can pay it and what to do. */
export function PayRow({
  matter,
  planned,
  whyNot,
  onChoose,
}: {
  matter: MatterDetail;
  planned: PlannedPayment;
  /** Why this person cannot pay it. */
  whyNot: string | undefined;
  onChoose(key: string): void;
}) {
  const { t } = useText();
  const { money, moneyWithUnit } = useFormat();
  const { place, places } = planned;
  const open = places.filter(({ refusal }) => refusal === undefined || refusal === "short");
  const most = Math.max(0, ...open.map(({ freeMinor }) => freeMinor));
  const stopped = places.filter(({ refusal }) => refusal === "frozen" || refusal === "expired");
  const title = matter.title === "" ? matter.number : matter.title;
  const refusedId = `refused-${matter.id}`;
  return (
    <tr>
      <th scope="row">
        <Link to={`/work/${matter.id}`}>{title}</Link>
        <p className="sm i2">
          <span className="i3 num">{matter.number}</span>{" "}
          {t("pay.to", { payee: matter.payee.name, fund: matter.fundName })}
        </p>
        {whyNot !== undefined && (
          <p className="sm bad" id={refusedId}>
            {whyNot}
          </p>
        )}
        {whyNot === undefined && place === undefined && (
          <div className="sm bad" id={refusedId}>
            <p>
              {t("pay.refused.short", {
                fund: matter.fundName,
                most: moneyWithUnit(most),
                amount: moneyWithUnit(matter.amountMinor),
                lack: moneyWithUnit(matter.amountMinor - most),
              })}
            </p>
            {stopped.length > 0 && <p>{t("pay.refused.stopped", { count: stopped.length })}</p>}
            <p>{t("pay.refused.who")}</p>
          </div>
        )}
      </th>
      <td>
        <select
          className="field place-select"
          aria-label={t("pay.from", { title })}
          {...(place === undefined ? { "aria-describedby": refusedId } : {})}
          value={place ? placeKey(place) : ""}
          onChange={(event) => onChoose(event.target.value)}
        >
          {place === undefined && <option value="">{t("pay.place.none")}</option>}
          {places.map(({ place: one, freeMinor, refusal }) => (
            <option key={placeKey(one)} value={placeKey(one)} disabled={refusal !== undefined}>
              {t(`pay.place.${refusal ?? "open"}`, {
                tranche: one.tranche,
                fund: one.fund.name,
                free: money(freeMinor),
              })}
            </option>
          ))}
        </select>
      </td>
      <MoneyCell minor={matter.amountMinor} />
    </tr>
  );
}
