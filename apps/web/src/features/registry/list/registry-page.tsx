import "../../payments/payments.css";
import "./registry.css";
import { useCallback, useRef } from "react";
import { Link, useNavigate } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { ExportButtons, exportKeys } from "../../../ui/export-files.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { KeyStrip } from "../../../ui/key-strip.tsx";
import { EmptyState, ErrorState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SavedFilters } from "../../../ui/saved-filters.tsx";
import { useFilter } from "../../../ui/use-filter.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import type { RowsHandle } from "../../../ui/use-window-rows.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { useRowInHand } from "../../payments/use-row-in-hand.ts";
import { fileWriterRoles, holdsOne } from "../who-may.ts";
import { FilterChips } from "./filter-chips.tsx";
import { HouseholdRows } from "./household-rows.tsx";
import { listAddress } from "./list-address.ts";
import { RegistryFilters } from "./registry-filters.tsx";
import { useHouseholdRows } from "./use-household-rows.ts";
import { useRegistryExport } from "./use-registry-export.ts";

/** Every household that the reader looks after or supervises: filters, counts of the whole filter, export, keys. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("registry.title")}>
      <Registry />
    </SignedInOnly>
  );
}

function Registry() {
  const { t } = useText();
  const navigate = useNavigate();
  const mayOpen = holdsOne(useSession()?.roles, fileWriterRoles);
  const { filter, change, clear, search, isFiltered } = useFilter(listAddress);
  const { rows, pages, households, people } = useHouseholdRows(filter);
  const exporting = useRegistryExport(filter, households);
  const handle = useRef<RowsHandle>(null);
  const { at, hold } = useRowInHand(handle, (index) => rows[index] && `household-${rows[index].household}`);
  const move = (step: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, at + step));
    hold(next);
    handle.current?.show(next);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const row = rows[at];
      if (row) navigate(`/registry/${row.household}`);
    },
    "/": () => document.getElementById("registry-filter")?.focus(),
    ...(mayOpen && { n: () => navigate("/registry/new") }),
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = pages;
  const onMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);
  return (
    <>
      <div className="page registry-page">
        <PageTitle title={t("registry.title")}>
          {pages.data && (
            <p className="i2 num payments-count" role="status">
              <span>{t("registry.households", { count: households })}</span>
              <span>{t("registry.peopleCount", { count: people })}</span>
            </p>
          )}
          <span className="sp" />
          <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
          <Link className="btn" to="/registry/form">
            {t("design.title")}
          </Link>
          {mayOpen && (
            <Link className="btn" to="/import">
              {t("import.title")}
            </Link>
          )}
          {mayOpen && (
            <Link className="btn p" to="/registry/new">
              <Icon name="plus" size={14} />
              {t("registry.new")} <kbd>N</kbd>
            </Link>
          )}
        </PageTitle>
        <p className="sm i2 export-progress num" role="status">
          {exporting.progress}
        </p>
        <RegistryFilters filter={filter} onChange={change} />
        <FilterChips filter={filter} onRemove={(name) => change({ [name]: undefined })} onRemoveAll={clear} />
        <SavedFilters page="registry" search={search} />
        <PageState
          asked={pages}
          what={t("registry.what")}
          rows={12}
          isEmpty={() => rows.length === 0}
          empty={
            <EmptyState title={t(isFiltered ? "registry.empty" : "registry.emptyAll")}>
              {t(isFiltered ? "registry.empty.how" : "registry.emptyAll.how")}
            </EmptyState>
          }
        >
          {() => (
            <HouseholdRows
              rows={rows}
              households={households}
              people={people}
              at={at}
              onHold={hold}
              hasMore={hasNextPage}
              onMore={onMore}
              handle={handle}
            />
          )}
        </PageState>
        {rows.length > 0 && !hasNextPage && (
          <p className="sm i3 more">{t("registry.end", { count: households.toLocaleString("en-US") })}</p>
        )}
        {isFetchingNextPage && <p className="sm i2 more">{t("registry.more")}</p>}
        {isFetchNextPageError && pages.error && (
          <ErrorState what={t("registry.what")} problem={pages.error} again={() => fetchNextPage()} />
        )}
      </div>
      <KeyStrip
        keys={[
          { press: ["J", "K"], does: t("registry.key.move") },
          { press: ["Enter"], does: t("registry.key.open") },
          { press: ["/"], does: t("registry.filters") },
          ...(mayOpen ? [{ press: ["N"], does: t("registry.new") }] : []),
          ...exportKeys(t),
          { press: ["?"], does: t("registry.key.all") },
        ]}
      />
    </>
  );
}
