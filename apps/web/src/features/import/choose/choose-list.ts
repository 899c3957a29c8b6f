import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { findSavedMapping } from "../columns/saved-mapping.ts";
import { emptyDesk } from "../desk/desk-state.ts";
import { importDesk } from "../desk/import-desk.ts";

/**
 * Reads the beginning of a file and guesses what its columns are; a mapping saved for this layout counts more. `sheets`: of a
 * workbook one, or the two that have the households and their people.
 */
export function chooseList(
  file: File,
  divisions: readonly NamedDivision[],
  sheets: readonly string[] = [],
): Promise<void> {
  const { places, list: before } = importDesk.get();
  const first = {
    places,
    file: { file, name: file.name },
    // Where other sheets of the same file cannot be read, those that there are stay to be chosen from.
    list: sheets.length > 0 ? before : undefined,
  };
  return importDesk.during({ ...emptyDesk, ...first }, async () => {
    const list = await importDesk.thread.open(file, sheets, divisions);
    const saved = await findSavedMapping(list.fingerprint);
    const mapping = saved ?? list.guess.mapping;
    importDesk.change({ phase: "columns", list, mapping, isSavedMapping: saved !== undefined });
  });
}
