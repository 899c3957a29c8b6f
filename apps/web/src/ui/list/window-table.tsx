import type { ReactNode } from "react";
import type { LongList } from "./use-long-list.ts";
import { useWindowRows } from "./use-window-rows.ts";

/** As ARIA has it: https://www.w3.org/TR/wai-aria-1.2/#aria-rowcount */
const unknownCount = -1;

/** How a row stands in its list: its link says that it is in hand, or takes it in hand. */
export interface RowPlace {
  readonly on: boolean;
  onHold(): void;
}

/**
 * A real table of which only the rows near the window are in the page, between two spacers; each says its number. `heads` and `foot` are
 * the cells of their rows; the foot counts the whole filter (`count`, undefined where nobody knows it), never what happens to be loaded.
 */
export function WindowTable<Row>({
  list,
  count,
  columns,
  caption,
  className,
  heads,
  foot,
  keyOf,
  children,
}: {
  list: LongList<Row>;
  count: number | undefined;
  columns: number;
  caption: string;
  className: string;
  heads: ReactNode;
  foot?: ReactNode;
  keyOf(row: Row): string;
  children(row: Row, place: RowPlace): ReactNode;
}) {
  const { rows, at, hold, handle, hasMore, onMore } = list;
  const { body, items, measure, before, after } = useWindowRows({
    count: rows.length,
    keyOf: (index) => (rows[index] === undefined ? index : keyOf(rows[index])),
    hasMore,
    onMore,
    handle,
  });
  const lastRow = count === undefined ? unknownCount : count + (foot === undefined ? 1 : 2);
  return (
    <table className={`tbl many long-table ${className}`} aria-rowcount={lastRow}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>{heads}</tr>
      </thead>
      <tbody ref={body}>
        <Spacer height={before} columns={columns} />
        {items.map(({ key, index }) => {
          const row = rows[index];
          if (!row) return null;
          const on = index === at;
          return (
            <tr key={key} ref={measure} data-index={index} aria-rowindex={index + 2} className={on ? "on" : ""}>
              {children(row, { on, onHold: () => hold(index) })}
            </tr>
          );
        })}
        <Spacer height={after} columns={columns} />
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr aria-rowindex={lastRow}>{foot}</tr>
        </tfoot>
      )}
    </table>
  );
}

/** In a row's link: whether it is in hand, and that going to it takes it in hand. */
export function inHand({ on, onHold }: RowPlace) {
  return on ? { "aria-current": "true" as const } : { onFocus: onHold };
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
