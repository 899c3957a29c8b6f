import { type TieView, type TransferRow, transfersView } from "@mingbai/levels/views";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import type { IconName } from "../../ui/icon.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

const everyMs = 10_000;
const looks: Readonly<Record<TransferRow["state"], { icon: IconName; tone: Tone }>> = {
  underWay: { icon: "lock", tone: "warn" },
  accepted: { icon: "tick", tone: "ok" },
  refused: { icon: "back", tone: "bad" },
  released: { icon: "back", tone: "i2" },
};

/** Transfers to and from other ledgers, newest first. */
export function Transfers({ ties }: { ties: readonly TieView[] }) {
  const { t } = useText();
  const { unit } = useFormat();
  const [before, setBefore] = useState<number>();
  const asked = useView(transfersView, { ...(before !== undefined && { before }) }, { everyMs, keep: true });
  const next = asked.data?.next ?? null;
  return (
    <section aria-labelledby="levels-transfers">
      <h2 id="levels-transfers">{t("levels.transfers", { unit })}</h2>
      <PageState
        asked={asked}
        what={t("levels.transfers.what")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("levels.transfers.none")}>{t("levels.transfers.none.how")}</EmptyState>}
      >
        {({ rows }) => (
          <table className="tbl" aria-labelledby="levels-transfers">
            <TableHead
              columns={[
                { head: t("levels.transfer") },
                { head: t("levels.amount"), look: "r" },
                { head: t("levels.time"), look: "wide" },
                { head: t("levels.state") },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <Line key={`${row.transfer} ${row.direction}`} row={row} ties={ties} />
              ))}
            </tbody>
          </table>
        )}
      </PageState>
      <Pager
        back={before === undefined ? undefined : { label: t("levels.newer"), go: () => setBefore(undefined) }}
        on={next === null ? undefined : { label: t("levels.older"), go: () => setBefore(next) }}
      />
    </section>
  );
}

function Line({ row, ties }: { row: TransferRow; ties: readonly TieView[] }) {
  const { t } = useText();
  const { time } = useFormat();
  const name = ties.find(({ ledger }) => ledger === row.ledger)?.name ?? row.ledger.slice(0, 8);
  const reason = row.reason === null ? "" : t(`levels.reason.${row.reason}`);
  return (
    <tr>
      <th scope="row">
        <Link to={`/ledger/transactions/${row.id}`}>
          {t(`levels.transfer.${row.direction}`, { name, n: countText(row.n) })}
        </Link>
      </th>
      <MoneyCell minor={row.amount} />
      <td className="wide">{time(row.timeMs)}</td>
      <td>
        <State {...looks[row.state]}>{t(`levels.transfer.${row.state}`, { reason })}</State>
      </td>
    </tr>
  );
}
