import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import { usePagedExport } from "../../../ui/use-paged-export.ts";
import { householdsTable } from "./households-table.ts";
import type { HouseholdFilter } from "./list-address.ts";
import { askHouseholds } from "./use-household-rows.ts";

/** Exports the list of a filter, in words of the page's language. */
export function useRegistryExport(filter: HouseholdFilter, count: number) {
  const { t, language } = useText();
  return usePagedExport({
    file: t("registry.file"),
    pageAt: (start) => askHouseholds(filter, start),
    table: (rows) => householdsTable(rows, { t, language }),
    words: {
      under: (rows) => t("registry.exporting", { done: countText(rows), count: countText(count) }),
      done: (rows) => t("registry.exported", { count: rows }),
      failed: t("registry.exportFailed"),
    },
  });
}
