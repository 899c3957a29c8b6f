import type { VerdictLine } from "@mingbai/registry/views/comparison";
import type { RefObject } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { type RowsHandle, useWindowRows } from "../../ui/use-window-rows.ts";
import { LevelState } from "./level-state.tsx";
import { ruleTitle } from "./level-words.ts";

const columnCount = 7;

/** How much of what was found is open and how much is settled, in a few words. */
export function standingWords(
  { reasons, settled, settledSince }: Pick<VerdictLine, "reasons" | "settled" | "settledSince">,
  t: ReturnType<typeof useText>["t"],
): string {
  const words = [
    ...(reasons > 0 ? [t("compare.open", { count: reasons })] : []),
    ...(settled > 0 ? [t("compare.settled", { count: settled })] : []),
    ...(settledSince > 0 ? [t("compare.settledSince", { count: settledSince })] : []),
  ];
  return words.join(t("file.comma"));
}

function Row({ row, on, onHold }: { row: VerdictLine; on: boolean; onHold(): void }) {
  const { t, language } = useText();
  const { day } = useFormat();
  const rules = row.rules.map((rule) => ruleTitle(rule, language)).join(t("file.join"));
  const standing = standingWords(row, t);
  return (
    <>
      <th scope="row">
        <Link
          to={`/contradictions/${row.household}`}
          id={`verdict-${row.household}`}
          className="num nw"
          {...(on ? { "aria-current": "true" } : {})}
          onFocus={on ? undefined : onHold}
        >
          {row.number === "" ? t("registry.unnumbered") : row.number}
        </Link>
        <span className="narrow sm i2">{row.area[language]}</span>
      </th>
      <td className="head-name">
        {row.head === "" ? <span className="i3">{t("registry.noHead")}</span> : row.head}
        <span className="narrow sm">{rules}</span>
      </td>
      <td className="wide">{row.area[language]}</td>
      <td>
        <LevelState level={row.level} />
        <span className="narrow sm i2">{standing}</span>
      </td>
      <td className="wide rules">{rules}</td>
      <td className="wide num">{standing}</td>
      <td className="wide num">{day(row.day)}</td>
    </>
  );
}

/** The rows near the window in a real table whose rows say their number. `count`: of the whole filter, where it is known. */
export function VerdictRows({
  rows,
  count,
  at,
  onHold,
  hasMore,
  onMore,
  handle,
}: {
  rows: readonly VerdictLine[];
  count: number | undefined;
  at: number;
  onHold(index: number): void;
  hasMore: boolean;
  onMore(): void;
  handle: RefObject<RowsHandle | null>;
}) {
  const { t } = useText();
  const { body, items, measure, before, after } = useWindowRows({
    count: rows.length,
    keyOf: (index) => rows[index]?.household ?? index,
    hasMore,
    onMore,
    handle,
  });
  return (
    <table className="tbl many registry-table verdict-table" aria-rowcount={count === undefined ? -1 : count + 1}>
      <caption className="sr">{t("compare.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("registry.number")}</th>
          <th scope="col">{t("registry.head")}</th>
          <th scope="col" className="wide">
            {t("registry.village")}
          </th>
          <th scope="col">{t("compare.level")}</th>
          {(["rule", "standing", "day"] as const).map((name) => (
            <th key={name} scope="col" className="wide">
              {t(`compare.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <Spacer height={before} />}
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <tr
              key={item.key}
              ref={measure}
              data-index={item.index}
              aria-rowindex={item.index + 2}
              className={item.index === at ? "on" : ""}
            >
              <Row row={row} on={item.index === at} onHold={() => onHold(item.index)} />
            </tr>
          );
        })}
        {after > 0 && <Spacer height={after} />}
      </tbody>
    </table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr className="spacer">
      <td colSpan={columnCount} style={{ height }} />
    </tr>
  );
}
