import { withBankResults } from "@mingbai/sdk/disbursement/bank-results";
import { maskedRow } from "@mingbai/sdk/disbursement/masked-row";
import { bankWords, failedRows, type RowResult, resultsOf, resultWords } from "@mingbai/sdk/disbursement/result-file";
import { resultTable } from "@mingbai/sdk/disbursement/result-table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link } from "react-router";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { ExportFiles } from "../../ui/export-files.tsx";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { KeptBatch, KeptList } from "./list-store.ts";

const shownMax = 100;
const bankEveryMs = 30_000;
/** Of longer lists the bank's results are asked for when the page is opened. */
const askedAgainRowsMax = 20_000;

function groupOf({ code, bank }: RowResult) {
  if (code === "NOT_SENT") return "open";
  return code === "ACCEPTED" ? (bank ?? "accepted") : "refused";
}

/** What the ledger and the bank said of every row: sums, a file of all, and the failed ones as a list to be mended. */
export function ResultPart({ list, batches }: { list: KeptList; batches: readonly (KeptBatch | undefined)[] }) {
  const { t, language } = useText();
  const { unit } = useFormat();
  const { currency } = useLedger();
  const said = useMemo(() => resultsOf(batches.filter((batch) => batch !== undefined)), [batches]);
  const { data: results = said } = useQuery({
    queryKey: ["bank results", list.manifest, batches.filter((batch) => batch?.result).length],
    queryFn: () => withBankResults(nodeClient, said),
    refetchInterval: said.length <= askedAgainRowsMax && bankEveryMs,
  });
  const failed = useMemo(() => failedRows(results), [results]);
  if (results.every(({ code }) => code === "NOT_SENT")) return null;
  const exported = (rows: readonly RowResult[], name: string) => ({
    small: true,
    file: `${list.name} ${name}`,
    table: () => resultTable(rows, { name, language, decimals: currency.decimals }),
  });
  const sumOf = (rows: readonly RowResult[]) => rows.reduce((sum, { row }) => sum + row.amount, 0);
  const groups = (["accepted", "waiting", "paid", "returned", "refused", "open"] as const)
    .map((group) => ({ name: t(`list.result.${group}`), rows: results.filter((result) => groupOf(result) === group) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="list-result">
      <div className="row wrap list-head">
        <h2 id="list-result">{t("list.step.result")}</h2>
        <span className="sp" />
        <ExportFiles {...exported(results, t("list.result.file"))} />
      </div>
      <table className="tbl result-table">
        <caption className="sr">{t("list.step.result")}</caption>
        <TableHead
          columns={[
            { head: t("list.result") },
            { head: t("list.count"), look: "r" },
            { head: t("list.amount", { unit }), look: "r" },
          ]}
        />
        <tbody>
          {groups.map(({ name, rows }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="r">{countText(rows.length)}</td>
              <MoneyCell minor={sumOf(rows)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("list.all")}</th>
            <td className="r">{countText(results.length)}</td>
            <MoneyCell minor={sumOf(results)} />
          </tr>
        </tfoot>
      </table>
      {failed.length > 0 && (
        <>
          <div className="row wrap list-head">
            <h3>{t("list.failed", { count: failed.length })}</h3>
            <span className="sm i2">{t("list.failed.words")}</span>
            <span className="sp" />
            <ExportFiles {...exported(failed, t("list.failed.file"))} hasKeys={false} />
            <Link className="btn s" to="/disbursement/new">
              <Icon name="plus" size={14} />
              {t("list.failed.again")}
            </Link>
          </div>
          <ul className="failed-lines">
            {failed.slice(0, shownMax).map(({ row, code, bank }) => (
              <li key={row.line} className="row wrap">
                <span className="num i2">{t("list.row.number", { row: row.line })}</span>
                <span>{maskedRow(row).name}</span>
                <span className="num">{t("list.ending", { ending: maskedRow(row).ending })}</span>
                <span className="sp" />
                <Money minor={row.amount} />
                <span className="bad">{(bank === "returned" ? bankWords.returned : resultWords[code])[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
