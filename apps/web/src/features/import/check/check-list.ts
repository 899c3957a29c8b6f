import { saveMapping } from "../columns/saved-mapping.ts";
import { importDesk } from "../desk/import-desk.ts";

/**
 * Reads every row under the confirmed mapping, which is saved for the next list of this layout. `day`: the ledger's own,
 * YYYY-MM-DD; `placeOf`: the area in which the files of a village lie.
 */
export function checkList(day: string, placeOf: (code: string) => string | undefined): Promise<void> {
  const { mapping, list, file, corrections } = importDesk.get();
  return importDesk.during({ phase: "checks", counts: undefined, plan: undefined, summary: undefined }, async () => {
    if (mapping === undefined || list === undefined) return;
    await saveMapping({ fingerprint: list.fingerprint, name: file?.name ?? "", mapping });
    const summary = await importDesk.thread.check({ mapping, day, corrections }, (households) =>
      importDesk.progress(households),
    );
    const found = summary.villages.flatMap(({ code }): [string, string][] => {
      const area = placeOf(code);
      return area === undefined ? [] : [[code, area]];
    });
    importDesk.change({ summary, places: { ...Object.fromEntries(found), ...importDesk.get().places } });
  });
}
