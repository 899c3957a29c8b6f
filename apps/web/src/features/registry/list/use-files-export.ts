import { fileColumns, fileRows } from "@mingbai/registry/content/file/file-rows";
import type { Purpose } from "@mingbai/registry/schema";
import { householdsView } from "@mingbai/registry/views";
import { filesPerQuestionMax, filesView } from "@mingbai/registry/views/import";
import type { ListedColumn, ListedTable } from "@mingbai/sdk/tables/listed-table";
import { nodeClient } from "../../../api/node-client.ts";
import { runQuery } from "../../../api/run-query.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import { usePagedExport } from "../../../ui/use-paged-export.ts";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { form } from "../form-words.ts";
import { useDivisions } from "../use-divisions.ts";
import type { HouseholdFilter } from "./list-address.ts";
import { pageOf } from "./use-household-rows.ts";

type File = ResultOf<typeof filesView>["rows"][number];

const yuanDecimals = 2;

/** Exports whole files of a filter, by the form's fields. Each page of them is opened by a signed act for the purpose before it is read. */
export function useFilesExport(filter: HouseholdFilter, { count, purpose }: { count: number; purpose: Purpose }) {
  const { t, language } = useText();
  const settle = useSettledAct();
  const divisions = useDivisions();
  const columns = fileColumns(form);
  const pageAt = async (cursor: string) => {
    const { rows, next } = await runQuery(householdsView, pageOf(filter, cursor));
    const households = rows.map(({ household }) => household);
    if (households.length > 0) await settle("registry.openFiles", { purpose, households });
    return { rows: await readFiles(households), next };
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

async function readFiles(households: readonly string[]): Promise<File[]> {
  const files: File[] = [];
  for (let at = 0; at < households.length; at += filesPerQuestionMax) {
    const asked = { households: households.slice(at, at + filesPerQuestionMax) };
    files.push(...(await nodeClient.ask(filesView, asked)).rows);
  }
  return files;
}
