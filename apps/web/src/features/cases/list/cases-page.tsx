import "../../matter/matter-parts.css";
import "../cases.css";
import { Link, useNavigate } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { ExportButtons, exportKeys } from "../../../ui/export-files.tsx";
import { KeyStrip } from "../../../ui/key-strip.tsx";
import { ListFrame } from "../../../ui/list/list-frame.tsx";
import { useLongList } from "../../../ui/list/use-long-list.ts";
import { EmptyState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SavedFilters } from "../../../ui/saved-filters.tsx";
import { useFilter } from "../../../ui/use-filter.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import { useNow } from "../../../ui/use-now.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { CaseRows } from "./case-rows.tsx";
import { CasesFilters, CasesTabs } from "./cases-filters.tsx";
import { boxOf, caseAddress } from "./list-address.ts";
import { useCaseRows } from "./use-case-rows.ts";
import { useCasesExport } from "./use-cases-export.ts";

/** Cases of entry and exit in the reader's villages: their turn first, then what is due first. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("cases.title")}>
      <Cases />
    </SignedInOnly>
  );
}

function Cases() {
  const { t } = useText();
  const navigate = useNavigate();
  const nowMs = useNow();
  const { filter, change, search } = useFilter(caseAddress);
  const { rows, pages, counts } = useCaseRows(filter);
  const exporting = useCasesExport(filter);
  const list = useLongList({
    rows,
    pages,
    idOf: (row) => `case-${row.case}`,
    onOpen: (row) => navigate(`/cases/${row.case}`),
  });
  useKeys(list.keys);
  const box = boxOf(filter);
  const isFiltered = filter.kind !== undefined || filter.stage !== undefined || filter.area !== undefined;
  return (
    <>
      <div className="page cases-page">
        <PageTitle title={t("cases.title")}>
          <span className="sp" />
          <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
          <Link className="btn" to="/cases/code">
            {t("cases.code")}
          </Link>
        </PageTitle>
        <p className="sm i2 export-progress num" role="status">
          {exporting.progress}
        </p>
        <CasesTabs filter={filter} counts={counts} />
        <CasesFilters filter={filter} onChange={change} />
        <SavedFilters page="cases" search={search} />
        <ListFrame
          pages={pages}
          isEmpty={rows.length === 0}
          empty={
            <EmptyState title={t(isFiltered ? "cases.empty.filtered" : `cases.empty.${box}`)}>
              {t(isFiltered ? "registry.empty.how" : `cases.empty.${box}.how`)}
            </EmptyState>
          }
          what={t("cases.what")}
          end={t("cases.end", { count: counts?.shown ?? rows.length })}
          more={t("cases.more")}
        >
          <CaseRows list={list} count={counts?.shown ?? rows.length} nowMs={nowMs} />
        </ListFrame>
      </div>
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("registry.key.move") },
          { press: ["Enter"], does: t("cases.key.open") },
          ...exportKeys(t),
          { press: ["?"], does: t("registry.key.all") },
        ]}
      />
    </>
  );
}
