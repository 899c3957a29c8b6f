import type { HouseholdLine } from "@mingbai/registry/views";
import { householdsView } from "@mingbai/registry/views";
import { type ListedFormat, listedTypes } from "@mingbai/sdk/tables/listed-table";
import { useState } from "react";
import { runQuery } from "../../../api/run-query.ts";
import { useText } from "../../../i18n/use-text.ts";
import { download } from "../../../ui/download.ts";
import { countText } from "../../../ui/format-money.ts";
import { householdsTable } from "./households-table.ts";
import type { HouseholdFilter } from "./list-address.ts";
import { type HouseholdsPage, pageOf } from "./use-household-rows.ts";

/** Exports exactly the list that is seen: all rows of its filter, page by page, in words of the page's language. */
export function useRegistryExport(filter: HouseholdFilter, count: number) {
  const { t, language } = useText();
  const [progress, setProgress] = useState("");
  const [running, setRunning] = useState(false);

  async function* allRows(written: { rows: number }): AsyncGenerator<HouseholdLine> {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: HouseholdsPage = await runQuery(householdsView, pageOf(filter, cursor));
      written.rows += page.rows.length;
      yield* page.rows;
      cursor = page.next;
      setProgress(t("registry.exporting", { done: countText(written.rows), count: countText(count) }));
    }
  }

  const start = async (format: ListedFormat) => {
    if (running) return;
    setRunning(true);
    try {
      const { writeTable } = await import("@mingbai/sdk/tables/write-table");
      const written = { rows: 0 };
      const content = await writeTable(householdsTable(allRows(written), { t, language }), format);
      download({ name: `${t("registry.file")}.${format}`, type: listedTypes[format], content: [content] });
      setProgress(t("registry.exported", { count: written.rows }));
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setProgress(t("registry.exportFailed"));
    } finally {
      setRunning(false);
    }
  };
  return { save: (format: ListedFormat) => void start(format), progress, running };
}
