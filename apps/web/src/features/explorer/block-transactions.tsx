import { transactionsView } from "@mingbai/http/explorer-views";
import { Link } from "react-router";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { countText } from "../../ui/format-money.ts";
import { Hash } from "../../ui/hash.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";

const pageRows = 100;

/** Accepted or refused, with the code. */
export function ResultState({ result }: { result: string }) {
  const { t } = useText();
  return result === "ok" ? (
    <State icon="tick" tone="ok">
      {t("explorer.result.ok")}
    </State>
  ) : (
    <State icon="cross" tone="bad">
      {t("explorer.result.refused", { code: result })}
    </State>
  );
}

/** The transactions of one block, page after page on demand. */
export function BlockTransactions({ height }: { height: number }) {
  const { t } = useText();
  const { pages, rows } = usePages(["block transactions", height], (start, signal) =>
    runQuery(transactionsView, { height, limit: pageRows, ...start }, signal),
  );
  return (
    <section aria-labelledby="transactions-title">
      <h2 id="transactions-title">{t("explorer.transactions")}</h2>
      <PageState
        asked={pages}
        what={t("explorer.transactions")}
        isEmpty={() => rows.length === 0}
        empty={<EmptyState title={t("explorer.noTransactions")}>{t("explorer.noTransactions.how")}</EmptyState>}
      >
        {() => (
          <>
            <table className="tbl" aria-labelledby="transactions-title">
              <TableHead
                columns={[
                  { head: t("explorer.id") },
                  { head: t("explorer.index"), look: "r wide" },
                  { head: t("explorer.command"), look: "wide" },
                  { head: t("explorer.signer"), look: "wide" },
                  { head: t("explorer.lines"), look: "r wide" },
                  { head: t("explorer.result") },
                  { head: t("ui.receipt"), isUnseen: true },
                ]}
              />
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <Link to={`/ledger/transactions/${row.id}`} id={`transaction-${row.id}`}>
                        <Hash hex={row.id} start />
                      </Link>
                      <span className="narrow mono">{row.command}</span>
                      <span className="narrow sm i2">
                        {row.signer}
                        <br />
                        {t("explorer.index")} {row.index} {t("explorer.lines")} {countText(row.lines)}
                      </span>
                    </th>
                    <td className="r wide">{row.index}</td>
                    <td className="wide mono nw">{row.command}</td>
                    <td className="wide">{row.signer}</td>
                    <td className="r wide">{countText(row.lines)}</td>
                    <td>
                      <ResultState result={row.result} />
                    </td>
                    <td className="mark-cell">
                      <FactMark transactionId={row.id} title={row.command} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {pages.hasNextPage && (
              <button
                type="button"
                className="btn s pager"
                onClick={() => {
                  if (!pages.isFetchingNextPage) void pages.fetchNextPage();
                }}
              >
                {t("explorer.more")}
              </button>
            )}
          </>
        )}
      </PageState>
    </section>
  );
}
