import "./registry.css";
import { Link, useNavigate } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { ExportButtons, exportKeys } from "../../../ui/export-files.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { KeyStrip } from "../../../ui/key-strip.tsx";
import { ListFrame } from "../../../ui/list/list-frame.tsx";
import { useLongList } from "../../../ui/list/use-long-list.ts";
import { EmptyState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SavedFilters } from "../../../ui/saved-filters.tsx";
import { useFilter } from "../../../ui/use-filter.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { fileWriterRoles, holdsOne } from "../who-may.ts";
import { FieldLink } from "./field-link.tsx";
import { FilesExport } from "./files-export.tsx";
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
  const list = useLongList({
    rows,
    pages,
    idOf: ({ household }) => `household-${household}`,
    onOpen: ({ household }) => navigate(`/registry/${household}`),
  });
  useKeys({
    ...list.keys,
    "/": () => document.getElementById("registry-filter")?.focus(),
    ...(mayOpen && { n: () => navigate("/registry/new") }),
  });
  return (
    <>
      <div className="page registry-page">
        <PageTitle title={t("registry.title")}>
          {pages.data && (
            <p className="i2 num list-count" role="status">
              <span>{t("registry.households", { count: households })}</span>
              <span>{t("registry.peopleCount", { count: people })}</span>
            </p>
          )}
          <span className="sp" />
          <ExportButtons save={exporting.save} running={exporting.running} failed={false} />
          {mayOpen && <FilesExport filter={filter} count={households} />}
          <Link className="btn" to="/registry/form">
            {t("design.title")}
          </Link>
          {mayOpen && <FieldLink />}
          <Link className="btn t" to="/registry/erasures">
            {t("erasures.title")}
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
        <ListFrame
          pages={pages}
          isEmpty={rows.length === 0}
          empty={
            <EmptyState title={t(isFiltered ? "registry.empty" : "registry.emptyAll")}>
              {t(isFiltered ? "registry.empty.how" : "registry.emptyAll.how")}
            </EmptyState>
          }
          what={t("registry.what")}
          end={t("registry.end", { count: households.toLocaleString("en-US") })}
          more={t("registry.more")}
        >
          <HouseholdRows list={list} households={households} people={people} />
        </ListFrame>
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
