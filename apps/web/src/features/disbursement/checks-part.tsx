import type { CheckedList } from "@mingbai/sdk/disbursement/check-list";
import type { FileTotals } from "@mingbai/sdk/disbursement/read-list";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { countByCheck, totalsByPurpose } from "./group-checks.ts";

/** What was read beside what the file says of itself, and what the machine has checked. */
export function ChecksPart({
  checked,
  agrees,
  fileTotals,
  hasApproved,
}: {
  checked: CheckedList;
  agrees: boolean | undefined;
  fileTotals: FileTotals | undefined;
  hasApproved: boolean;
}) {
  const { t } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const rows = countText(checked.read.count);
  return (
    <div className="list-checks">
      <section aria-labelledby="list-totals">
        <div className="row wrap list-head">
          <h2 id="list-totals">{t("list.totals")}</h2>
          <span className="sp" />
          {agrees === undefined && <span className="sm i2">{t("list.totals.none")}</span>}
          {agrees === true && (
            <State icon="tick" tone="ok">
              {t("list.totals.agree", { line: fileTotals?.line ?? 0 })}
            </State>
          )}
        </div>
        {agrees === false && (
          <p className="note warn" role="alert">
            {t("list.totals.differ", {
              line: fileTotals?.line ?? 0,
              file: fileTotals?.amount === undefined ? "–" : moneyWithUnit(fileTotals.amount),
              fileCount: fileTotals?.count ?? "–",
              read: moneyWithUnit(checked.read.amount),
              count: checked.read.count,
            })}
          </p>
        )}
        <table className="tbl">
          <caption className="sr">{t("list.totals")}</caption>
          <TableHead
            columns={[
              { head: t("list.purpose") },
              { head: t("list.count"), look: "r" },
              { head: t("list.amount", { unit }), look: "r" },
              { head: t("list.faulty"), look: "r" },
            ]}
          />
          <tbody>
            {totalsByPurpose(checked).map(({ purpose, count, amount, faults }) => (
              <tr key={purpose === undefined ? "others" : `of ${purpose}`}>
                <th scope="row">
                  {purpose === undefined ? t("list.others") : purpose === "" ? t("list.noPurpose") : purpose}
                </th>
                <td className="r">{countText(count)}</td>
                <MoneyCell minor={amount} />
                <td className="r">{faults > 0 ? <b className="bad">{countText(faults)}</b> : "0"}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("list.all")}</th>
              <td className="r">{rows}</td>
              <MoneyCell minor={checked.read.amount} />
              <td className="r">{countText(checked.held.count)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <section aria-labelledby="list-checked">
        <div className="row wrap list-head">
          <h2 id="list-checked">{t("list.checks")}</h2>
        </div>
        <ul className="check-lines">
          {countByCheck(checked).map(({ check, faults }) => {
            const isOff = check === "approved" && !hasApproved;
            return (
              <li key={check} className="row wrap">
                <State
                  icon={isOff ? "ring" : faults > 0 ? "warn" : "tick"}
                  tone={isOff ? "i2" : faults > 0 ? "warn" : "ok"}
                >
                  {t(`list.check.${check}`)}
                </State>
                <span className="sp" />
                <span className="sm i2">
                  {isOff ? t("list.check.off") : t("list.check.found", { rows, count: faults })}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
