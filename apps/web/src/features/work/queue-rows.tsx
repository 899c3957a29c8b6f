import type { MatterRow } from "@mingbai/workflow/views";
import { Fragment } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { Urgency } from "../../ui/due-time.ts";
import { countText } from "../../ui/format-money.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { QueueRow } from "./queue-row.tsx";

/** The queue's table: groups by urgency, and the sum of the whole filter below. */
export function QueueRows({
  groups,
  nowMs,
  atId,
  ticked,
  gone,
  isTodo,
  count,
  sumMinor,
  caption,
  onHold,
  onTick,
}: {
  groups: readonly { readonly urgency: Urgency; readonly rows: readonly MatterRow[] }[];
  nowMs: number;
  atId: string | undefined;
  ticked: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  isTodo: boolean;
  count: number;
  sumMinor: number;
  caption: string;
  onHold(id: string): void;
  onTick(id: string): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <table className="tbl queue-table">
      <caption className="sr">{caption}</caption>
      <TableHead
        columns={[
          { head: t("work.ticked"), look: "tick", isUnseen: true },
          { head: t("work.due"), look: "wide due" },
          { head: t("work.matter") },
          { head: t(isTodo ? "work.next" : "work.stands"), look: "wide next" },
          { head: t("work.amount", { unit }), look: "r amount" },
          { head: t("work.number"), look: "wide number" },
        ]}
      />
      <tbody>
        {groups.map(({ urgency, rows }) => (
          <Fragment key={urgency}>
            <tr className="grp">
              <td colSpan={6}>
                {t(`work.urgency.${urgency}`)} <span className="i3 num">{countText(rows.length)}</span>
              </td>
            </tr>
            {rows.map((row) => (
              <QueueRow
                key={row.id}
                row={row}
                nowMs={nowMs}
                isOn={row.id === atId}
                isTicked={ticked.has(row.id)}
                isGone={gone.has(row.id)}
                isTodo={isTodo}
                onHold={() => onHold(row.id)}
                onTick={() => onTick(row.id)}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="tick" />
          <td className="wide" />
          <th scope="row">{t("work.sum", { count })}</th>
          <td className="wide" />
          <MoneyCell minor={sumMinor} />
          <td className="wide" />
        </tr>
      </tfoot>
    </table>
  );
}
