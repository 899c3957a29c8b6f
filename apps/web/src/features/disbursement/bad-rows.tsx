import type { CheckedList } from "@mingbai/sdk/disbursement/check-list";
import { faultWords, fieldWords } from "@mingbai/sdk/disbursement/fault-words";
import { maskedRow } from "@mingbai/sdk/disbursement/masked-row";
import { faultTable } from "@mingbai/sdk/disbursement/result-table";
import { useText } from "../../i18n/use-text.ts";
import { ExportFiles } from "../../ui/export-files.tsx";
import { countText } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** More are in the file that can be downloaded. */
const shownMax = 200;

/** Each row that is held back: who, which field, what is wrong, what to do. The others go ahead. */
export function BadRows({ bad }: { bad: CheckedList["bad"] }) {
  const { t, language } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const { currency } = useLedger();
  if (bad.length === 0) return null;
  const file = t("list.bad.file");
  return (
    <div>
      <div className="row wrap list-head">
        <h2 id="list-bad">{t("list.bad", { count: bad.length })}</h2>
        <span className="sm i2">{t("list.bad.others")}</span>
        <span className="sp" />
        <ExportFiles
          small
          file={file}
          table={() => faultTable(bad, { name: file, language, decimals: currency.decimals })}
        />
      </div>

      <table className="tbl bad-table">
        <caption className="sr">{t("list.bad", { count: bad.length })}</caption>
        <TableHead
          columns={[
            { head: t("list.row") },
            { head: t("list.person") },
            { head: t("list.account") },
            { head: t("list.amount", { unit }), look: "r" },
            { head: t("list.field") },
            { head: t("list.wrong") },
            { head: t("list.todo") },
          ]}
        />
        <tbody>
          {bad.slice(0, shownMax).map((fault) => {
            const { what, todo } = faultWords(fault, moneyWithUnit);
            const { name, ending } = maskedRow(fault.row);
            return (
              <tr key={fault.row.line}>
                <th scope="row" className="num">
                  {countText(fault.row.line)}
                </th>
                <td className="nw">{name}</td>
                <td className="nw num">{ending === "" ? "–" : t("list.ending", { ending })}</td>
                <td className="r">{fault.row.amount === undefined ? "–" : <Money minor={fault.row.amount} />}</td>
                <td>
                  <span className="fault-field">{fieldWords[fault.field][language]}</span>
                </td>
                <td>{what[language]}</td>
                <td>{todo[language]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {bad.length > shownMax && <p className="sm i2">{t("list.bad.more", { count: bad.length - shownMax })}</p>}
    </div>
  );
}
