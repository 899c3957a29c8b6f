import "../matter/matter-parts.css";
import "./contradictions.css";
import { placesView } from "@mingbai/registry/views/places";
import { useNavigate } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { ConditionChips } from "../../ui/condition-chips.tsx";
import { ExportButtons, exportKeys } from "../../ui/export-files.tsx";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { ListFrame } from "../../ui/list/list-frame.tsx";
import { useLongList } from "../../ui/list/use-long-list.ts";
import { EmptyState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { useFilter } from "../../ui/use-filter.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { usePagedExport } from "../../ui/use-paged-export.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { DeskTabs } from "./desk-tabs.tsx";
import { PrintedRows } from "./printed-rows.tsx";
import { ruleTitle } from "./reason/level-words.ts";
import { RunPart } from "./run-part.tsx";
import { usePrintedRows } from "./use-printed-rows.ts";
import { askVerdicts, findCount, useVerdictRows } from "./use-verdict-rows.ts";
import { type VerdictFilter, verdictAddress } from "./verdict-address.ts";
import { VerdictFilters } from "./verdict-filters.tsx";
import { VerdictRows } from "./verdict-rows.tsx";
import { verdictsTable } from "./verdicts-table.ts";

/** Where files and what departments know do not fit: the newest run, and the households of the reader by what was found. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("compare.title")}>
      <Desk />
    </SignedInOnly>
  );
}

function Desk() {
  const { t } = useText();
  const navigate = useNavigate();
  const { filter, change, clear, search, isFiltered } = useFilter(verdictAddress);
  const { rows, pages, first } = useVerdictRows(filter);
  const count = findCount(filter, first);
  const exporting = useVerdictExport(filter, count);
  const printing = usePrintedRows(filter);
  const conditions = useConditions(filter);
  const list = useLongList({
    rows,
    pages,
    idOf: ({ household }) => `verdict-${household}`,
    onOpen: ({ household }) => navigate(`/contradictions/${household}`),
  });
  useKeys(list.keys);
  return (
    <>
      <div className="page compare-page">
        <PageTitle title={t("compare.title")}>
          {count !== undefined && (
            <p className="i2 num" role="status">
              {t("registry.households", { count })}
            </p>
          )}
          <span className="sp" />
          <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
          <button type="button" className="btn t nw" disabled={printing.running} onClick={printing.print}>
            <Icon name="print" size={14} />
            {t("compare.print")}
          </button>
        </PageTitle>
        <p className="sm i2 export-progress num" role="status">
          {exporting.progress}
          {printing.fault}
        </p>
        <DeskTabs />
        <RunPart />
        <VerdictFilters filter={filter} page={first} onChange={change} />
        <ConditionChips
          conditions={conditions}
          onRemove={(name) => change({ [name]: undefined })}
          onRemoveAll={clear}
        />
        <SavedFilters page="contradictions" search={search} />
        <p className="sm i2 on-screen">{t("compare.opens")}</p>
        <ListFrame
          pages={pages}
          isEmpty={rows.length === 0}
          empty={
            <EmptyState title={t(isFiltered ? "compare.empty" : "compare.emptyAll")}>
              {t(isFiltered ? "registry.empty.how" : "compare.emptyAll.how")}
            </EmptyState>
          }
          what={t("compare.what")}
          end={t("registry.end", { count: countText(rows.length) })}
          more={t("registry.more")}
        >
          <VerdictRows list={list} count={count} />
          <PrintedRows rows={printing.rows} />
        </ListFrame>
      </div>
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("registry.key.move") },
          { press: ["Enter"], does: t("compare.key.open") },
          ...exportKeys(t),
          { press: ["?"], does: t("registry.key.all") },
        ]}
      />
    </>
  );
}

function useVerdictExport(filter: VerdictFilter, count: number | undefined) {
  const { t, language } = useText();
  return usePagedExport({
    file: t("compare.file"),
    pageAt: (start) => askVerdicts(filter, start),
    table: (rows) => verdictsTable(rows, { t, language }),
    words: {
      under: (rows) =>
        count === undefined
          ? t("compare.exporting", { done: countText(rows) })
          : t("registry.exporting", { done: countText(rows), count: countText(count) }),
      done: (rows) => t("registry.exported", { count: rows }),
      failed: t("registry.exportFailed"),
    },
  });
}

/** Conditions that no pressed button shows. */
function useConditions({ level, rule, area }: VerdictFilter) {
  const { t, language } = useText();
  const places = useView(placesView, {});
  const areaWords = places.data?.rows.find((row) => row.area.id === area)?.area[language];
  return [
    ...(level === undefined ? [] : [{ name: "level" as const, words: t(`compare.level.${level}`) }]),
    ...(rule === undefined ? [] : [{ name: "rule" as const, words: ruleTitle(rule, language) }]),
    ...(area === undefined ? [] : [{ name: "area" as const, words: areaWords ?? area }]),
  ];
}
