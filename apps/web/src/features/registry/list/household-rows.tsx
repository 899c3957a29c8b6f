import type { HouseholdLine } from "@mingbai/registry/views";
import type { RefObject } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { type RowsHandle, useWindowRows } from "../../../ui/use-window-rows.ts";
import { optionText } from "../form-words.ts";
import { lineState } from "./line-state.ts";

const columnCount = 8;

/** Where a household lives, with its group: 云岭村 3 组. */
export function usePlaceText(): (line: Pick<HouseholdLine, "area" | "team">) => string {
  const { language } = useText();
  return ({ area, team }) => (team === "" ? area[language] : `${area[language]} ${team}`);
}

function Row({ row, on, onHold }: { row: HouseholdLine; on: boolean; onHold(): void }) {
  const { t, language } = useText();
  const placeText = usePlaceText();
  const { icon, tone, words } = lineState(row, t);
  const monitored = optionText("household", "monitored", row.monitored, language);
  const cause = optionText("household", "cause", row.cause, language);
  return (
    <>
      <th scope="row">
        <Link
          to={`/registry/${row.household}`}
          id={`household-${row.household}`}
          className="num"
          {...(on ? { "aria-current": "true" } : {})}
          onFocus={on ? undefined : onHold}
        >
          {row.number === "" ? t("registry.unnumbered") : row.number}
        </Link>
        <span className="narrow sm i2">{placeText(row)}</span>
        <span className="narrow sm i2">{[monitored, cause].filter((one) => one !== "").join(" · ")}</span>
      </th>
      <td className="head-name">
        {row.head === "" ? <span className="i3">{t("registry.noHead")}</span> : row.head}
        <span className="narrow sm">
          <State icon={icon} tone={tone}>
            {words}
          </State>
        </span>
      </td>
      <td className="r num">{row.people}</td>
      <td className="wide">{placeText(row)}</td>
      <td className="wide">{monitored}</td>
      <td className="wide">{cause}</td>
      <td className="wide">{row.responsible?.name ?? ""}</td>
      <td className="wide">
        <State icon={icon} tone={tone}>
          {words}
        </State>
      </td>
    </>
  );
}

/** The rows near the window in a real table whose rows say their number; the foot counts the whole filter. */
export function HouseholdRows({
  rows,
  households,
  people,
  at,
  onHold,
  hasMore,
  onMore,
  handle,
}: {
  rows: readonly HouseholdLine[];
  households: number;
  people: number;
  at: number;
  /** A row was taken in hand by going to its link. */
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
  const heads = ["village", "monitored", "cause", "responsible", "state"] as const;
  return (
    <table className="tbl many registry-table" aria-rowcount={households + 2}>
      <caption className="sr">{t("registry.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("registry.number")}</th>
          <th scope="col">{t("registry.head")}</th>
          <th scope="col" className="r">
            {t("registry.people")}
          </th>
          {heads.map((name) => (
            <th key={name} scope="col" className="wide">
              {t(`registry.${name}`)}
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
      <tfoot>
        <tr aria-rowindex={households + 2}>
          <th scope="row">{t("ui.total")}</th>
          <td className="num">{t("registry.households", { count: households })}</td>
          <td className="r num">{people.toLocaleString("en-US")}</td>
          {heads.map((name) => (
            <td key={name} className="wide" />
          ))}
        </tr>
      </tfoot>
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
