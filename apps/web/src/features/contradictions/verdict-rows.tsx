import type { VerdictLine } from "@mingbai/registry/views/verdicts";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import type { LongList } from "../../ui/list/use-long-list.ts";
import { inHand, type RowPlace, WindowTable } from "../../ui/list/window-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { LevelState } from "./reason/level-state.tsx";
import { ruleTitle } from "./reason/level-words.ts";

/** How much of what was found is open and how much is settled, in a few words. */
export function standingWords(
  {
    reasons,
    settled,
    settledSince,
    isAnswered,
  }: Pick<VerdictLine, "reasons" | "settled" | "settledSince" | "isAnswered">,
  t: ReturnType<typeof useText>["t"],
): string {
  const words = [
    ...(reasons > 0 ? [t("compare.open", { count: reasons })] : []),
    ...(isAnswered ? [t("compare.isAnswered")] : []),
    ...(settled > 0 ? [t("compare.settled", { count: settled })] : []),
    ...(settledSince > 0 ? [t("compare.settledSince", { count: settledSince })] : []),
  ];
  return words.join(t("file.comma"));
}

function Row({ row, place }: { row: VerdictLine; place: RowPlace }) {
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
          {...inHand(place)}
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

/** Households by what was found. `count`: of the whole filter, where it is known. */
export function VerdictRows({ list, count }: { list: LongList<VerdictLine>; count: number | undefined }) {
  const { t } = useText();
  return (
    <WindowTable
      list={list}
      count={count}
      columns={7}
      caption={t("compare.title")}
      className="verdict-table"
      keyOf={({ household }) => household}
      heads={
        <>
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
        </>
      }
    >
      {(row, place) => <Row row={row} place={place} />}
    </WindowTable>
  );
}
