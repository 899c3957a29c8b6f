import type { HouseholdLine } from "@mingbai/registry/views/households";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import type { LongList } from "../../../ui/list/use-long-list.ts";
import { inHand, type RowPlace, WindowTable } from "../../../ui/list/window-table.tsx";
import { State } from "../../../ui/state.tsx";
import { optionText } from "../form-words.ts";
import { lineState } from "./line-state.ts";

const heads = ["village", "monitored", "cause", "responsible", "state"] as const;

/** Where a household lives, with its group: 云岭村 3 组. */
export function usePlaceText(): (line: Pick<HouseholdLine, "area" | "team">) => string {
  const { language } = useText();
  return ({ area, team }) => (team === "" ? area[language] : `${area[language]} ${team}`);
}

function Row({ row, place }: { row: HouseholdLine; place: RowPlace }) {
  const { t, language } = useText();
  const placeText = usePlaceText();
  const { icon, tone, words } = lineState(row, t);
  const monitored = optionText("household", "monitored", row.monitored, language);
  const cause = optionText("household", "cause", row.cause, language);
  return (
    <>
      <th scope="row">
        <Link to={`/registry/${row.household}`} id={`household-${row.household}`} className="num" {...inHand(place)}>
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

/** Households of the list; the foot counts those of the whole filter, and their people. */
export function HouseholdRows({
  list,
  households,
  people,
}: {
  list: LongList<HouseholdLine>;
  households: number;
  people: number;
}) {
  const { t } = useText();
  return (
    <WindowTable
      list={list}
      count={households}
      columns={heads.length + 3}
      caption={t("registry.title")}
      className="registry-table"
      keyOf={({ household }) => household}
      heads={
        <>
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
        </>
      }
      foot={
        <>
          <th scope="row">{t("ui.total")}</th>
          <td className="num">{t("registry.households", { count: households })}</td>
          <td className="r num">{people.toLocaleString("en-US")}</td>
          {heads.map((name) => (
            <td key={name} className="wide" />
          ))}
        </>
      }
    >
      {(row, place) => <Row row={row} place={place} />}
    </WindowTable>
  );
}
