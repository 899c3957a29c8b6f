import type { ColumnTarget } from "@mingbai/registry/content/import/mapping/import-mapping";
import { importDesk } from "../desk/import-desk.ts";

/** Says what a column holds. `sheet`: its place in the mapping. */
export function mapColumn(sheet: number, column: number, target: ColumnTarget): void {
  const { mapping } = importDesk.get();
  if (mapping === undefined) return;
  const sheets = mapping.sheets.map((one, at) =>
    at !== sheet
      ? one
      : { ...one, columns: one.columns.map((of, place) => (place === column ? { ...of, target } : of)) },
  );
  importDesk.change({ mapping: { ...mapping, sheets }, isSavedMapping: false });
}
