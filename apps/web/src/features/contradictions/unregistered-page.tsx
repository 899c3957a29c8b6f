import "../matter/matter-parts.css";
import "./contradictions.css";
import { unregisteredPageMax, unregisteredView } from "@mingbai/registry/views/unregistered";
import { z } from "zod";
import type { PageStart } from "../../api/each-page.ts";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { ExportButtons } from "../../ui/export-files.tsx";
import { filterAddressOf } from "../../ui/filter-address.ts";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { countText } from "../../ui/format-money.ts";
import { EmptyState, ErrorState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { useFilter } from "../../ui/use-filter.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePagedExport } from "../../ui/use-paged-export.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { AreaFilter } from "../registry/area-filter.tsx";
import { comparerRoles, holdsOne } from "../registry/who-may.ts";
import { DeskTabs } from "./desk-tabs.tsx";
import { ruleTitle } from "./reason/level-words.ts";
import { UnregisteredGroup } from "./unregistered-group.tsx";
import { unregisteredTable } from "./unregistered-table.ts";

const { rule, area } = unregisteredView.params.shape;
const UnregisteredFilter = z.object({ rule, area });
type UnregisteredFilter = z.infer<typeof UnregisteredFilter>;
const address = filterAddressOf(UnregisteredFilter);

/** Who should be in the registry and is not: people without a file whom departments know to be in hardship. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  return (
    <SignedInOnly title={t("unfiled.title")}>
      {session && !holdsOne(session.roles, comparerRoles) ? (
        <div className="page">
          <PageTitle title={t("unfiled.title")} />
          <p className="state i2">{t("unfiled.role")}</p>
        </div>
      ) : (
        <Unregistered />
      )}
    </SignedInOnly>
  );
}

function askGroups(filter: UnregisteredFilter, start: PageStart, signal?: AbortSignal) {
  return runQuery(unregisteredView, { ...filter, limit: unregisteredPageMax, ...start }, signal);
}

function Unregistered() {
  const { t, language } = useText();
  const { day } = useFormat();
  const { filter, change, search } = useFilter(address);
  const { pages, rows, first } = usePages([unregisteredView.name, "rows", filter], (start, signal) =>
    askGroups(filter, start, signal),
  );
  const exporting = usePagedExport({
    file: t("unfiled.title"),
    pageAt: (start) => askGroups(filter, start),
    table: (all) => unregisteredTable(all, { t, language }),
    words: {
      under: (done) => t("compare.exporting", { done: countText(done) }),
      done: (count) => t("registry.exported", { count }),
      failed: t("registry.exportFailed"),
    },
  });
  return (
    <div className="page compare-page">
      <PageTitle title={t("unfiled.title")}>
        {first && (
          <p className="i2 num" role="status">
            {t("unfiled.count", { count: first.count })}
          </p>
        )}
        <span className="sp" />
        <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
      </PageTitle>
      <p className="sm i2 export-progress num" role="status">
        {exporting.progress}
      </p>
      <DeskTabs />
      <p className="i2 sm unfiled-why">{t("unfiled.why")}</p>
      <search className="filters open" aria-label={t("registry.filters")}>
        <FilterSelect
          label={t("compare.rule")}
          any={t("compare.rule.any")}
          value={filter.rule}
          options={(first?.rules ?? []).map(({ rule: id, groups }) => ({
            value: id,
            label: t("compare.rule.count", { rule: ruleTitle(id, language), count: countText(groups) }),
          }))}
          onChange={(chosen) => change({ rule: chosen })}
        />
        <AreaFilter area={filter.area} onChange={(chosen) => change({ area: chosen })} />
      </search>
      <SavedFilters page="unregistered" search={search} />
      <PageState
        asked={pages}
        what={t("unfiled.title")}
        rows={6}
        isEmpty={() => rows.length === 0}
        empty={
          <EmptyState title={t(first?.day === null ? "unfiled.never" : "unfiled.none")}>
            {t(first?.day === null ? "unfiled.never.how" : "unfiled.none.how")}
          </EmptyState>
        }
      >
        {() => (
          <>
            {first?.day && <p className="sm i3">{t("unfiled.day", { day: day(first.day) })}</p>}
            <ul className="unfiled-list">
              {rows.map((row) => (
                <UnregisteredGroup key={row.place} row={row} />
              ))}
            </ul>
          </>
        )}
      </PageState>
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("unfiled.more")}
        </button>
      )}
      {pages.isFetchNextPageError && (
        <ErrorState what={t("unfiled.title")} problem={pages.error} again={() => pages.fetchNextPage()} />
      )}
    </div>
  );
}
