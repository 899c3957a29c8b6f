import type { CaseLine } from "@mingbai/registry/views/cases";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import type { LongList } from "../../../ui/list/use-long-list.ts";
import { inHand, type RowPlace, WindowTable } from "../../../ui/list/window-table.tsx";
import { State } from "../../../ui/state.tsx";
import { Due } from "../../matter/due.tsx";
import { lastMoment, stageLooks, useCaseWords } from "../use-case-words.ts";

const heads = ["cases.kind", "cases.stands", "cases.turn", "registry.village"] as const;

function Row({ row, nowMs, place }: { row: CaseLine; nowMs: number; place: RowPlace }) {
  const { t, language } = useText();
  const { stageText, turnText } = useCaseWords();
  const turn = row.isMine ? <b className="br">{t("cases.turn.mine")}</b> : <span className="i2">{turnText(row)}</span>;
  const state = <State {...stageLooks[row.stage]}>{stageText(row)}</State>;
  const objections = row.openObjections > 0 && (
    <State icon="warn" tone="bad">
      {t("cases.openObjections", { count: row.openObjections })}
    </State>
  );
  return (
    <>
      <td className="wide nw num">
        <Due dueMs={lastMoment(row.dueMs)} nowMs={nowMs} />
      </td>
      <th scope="row">
        <Link to={`/cases/${row.case}`} id={`case-${row.case}`} {...inHand(place)}>
          {row.head === "" ? t("registry.noHead") : row.head}
        </Link>{" "}
        <span className="i3 sm num nw">{row.number}</span>
        <span className="narrow sm">
          <Due dueMs={lastMoment(row.dueMs)} nowMs={nowMs} /> {state}
        </span>
        <span className="narrow sm">
          {t(`cases.kind.${row.kind}`)} · {turn} {objections}
        </span>
      </th>
      <td className="wide">{t(`cases.kind.${row.kind}`)}</td>
      <td className="wide">
        {state} {objections}
      </td>
      <td className="wide">{turn}</td>
      <td className="wide">{row.area[language]}</td>
    </>
  );
}

/** A list's cases: what is due, whose, where it stands and whose turn it is. */
export function CaseRows({ list, count, nowMs }: { list: LongList<CaseLine>; count: number; nowMs: number }) {
  const { t } = useText();
  return (
    <WindowTable
      list={list}
      count={count}
      columns={heads.length + 2}
      caption={t("cases.title")}
      className="cases-table"
      keyOf={(row) => row.case}
      heads={
        <>
          <th scope="col" className="wide">
            {t("cases.due")}
          </th>
          <th scope="col">{t("cases.household")}</th>
          {heads.map((name) => (
            <th key={name} scope="col" className="wide">
              {t(name)}
            </th>
          ))}
        </>
      }
      foot={
        <>
          <td className="wide" />
          <th scope="row">{t("cases.count", { count })}</th>
          {heads.map((name) => (
            <td key={name} className="wide" />
          ))}
        </>
      }
    >
      {(row, place) => <Row row={row} nowMs={nowMs} place={place} />}
    </WindowTable>
  );
}
