import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { usePagedExport } from "../../../ui/use-paged-export.ts";
import { useCaseWords } from "../use-case-words.ts";
import { casesTable } from "./cases-table.ts";
import type { CaseFilter } from "./list-address.ts";
import { askCases } from "./use-case-rows.ts";

/** Exports the list of a filter, in words of the page's language. */
export function useCasesExport(filter: CaseFilter) {
  const { t, language } = useText();
  const { time } = useFormat();
  const words = useCaseWords();
  return usePagedExport({
    file: t("cases.file"),
    pageAt: (start) => askCases(filter, start),
    table: (rows) => casesTable(rows, { t, language, time, ...words }),
    words: {
      under: (rows) => t("cases.exporting", { count: rows }),
      done: (rows) => t("cases.exported", { count: rows }),
      failed: t("registry.exportFailed"),
    },
  });
}
