import { fileColumns, fileRows } from "@mingbai/registry/content/file/file-rows";
import { filesPerReadingMax, type Purpose } from "@mingbai/registry/schema";
import { filesPerQuestionMax, filesView } from "@mingbai/registry/views/import";
import type { ListedColumn, ListedTable } from "@mingbai/sdk/tables/listed-table";
import { useRef } from "react";
import { eachPage, type PageStart } from "../../../api/each-page.ts";
import { nodeClient } from "../../../api/node-client.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import { usePagedExport } from "../../../ui/use-paged-export.ts";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { form } from "../form-words.ts";
import { useDivisions } from "../use-divisions.ts";
import type { HouseholdFilter } from "./list-address.ts";
import { askHouseholds } from "./use-household-rows.ts";

type File = ResultOf<typeof filesView>["rows"][number];

const yuanDecimals = 2;

/** More is no list for a workbook: whoever wants it takes it village by village. */
export const filesExportedMax = 10_000;

/**
 * Exports whole files of a filter, by the form's fields. All of them are opened by signed acts for the purpose, a thousand in each, before
 * the first is read.
 */
export function useFilesExport(filter: HouseholdFilter, { count, purpose }: { count: number; purpose: Purpose }) {
  const { t, language } = useText();
  const settle = useSettledAct();
  const divisions = useDivisions();
  const opened = useRef<readonly string[]>([]);
  const columns = fileColumns(form);
  const open = async (): Promise<readonly string[]> => {
    const households = await householdsOf(filter);
    for (let at = 0; at < households.length; at += filesPerReadingMax)
      await settle("registry.openFiles", { purpose, households: households.slice(at, at + filesPerReadingMax) });
    return households;
  };
  const pageAt = async ({ cursor }: PageStart) => {
    if (cursor === undefined) opened.current = await open();
    const from = Number(cursor ?? 0);
    const households = opened.current.slice(from, from + filesPerQuestionMax);
    const { rows } = households.length === 0 ? { rows: [] } : await nodeClient.ask(filesView, { households });
    const next = from + households.length;
    return { rows, next: next < opened.current.length ? String(next) : null };
  };
  const table = (files: AsyncIterable<File>): ListedTable => {
    async function* cells() {
      for await (const file of files) yield* fileRows(file, columns, { language, divisions });
    }
    const heads = columns.map(
      ({ field }): ListedColumn => ({
        head: field.label[language],
        kind: field.of.type === "money" ? "amount" : "text",
      }),
    );
    return { name: t("registry.files.file"), decimals: yuanDecimals, columns: heads, rows: cells() };
  };
  return usePagedExport({
    file: t("registry.files.file"),
    pageAt,
    table,
    words: {
      under: (done) => t("registry.exporting", { done: countText(done), count: countText(count) }),
      done: (done) => t("registry.exported", { count: done }),
      failed: t("registry.exportFailed"),
    },
  });
}

/** All households of the filter, in the list's order. */
async function householdsOf(filter: HouseholdFilter): Promise<string[]> {
  const households: string[] = [];
  for await (const { rows } of eachPage((start) => askHouseholds(filter, start)))
    households.push(...rows.map(({ household }) => household));
  return households;
}
