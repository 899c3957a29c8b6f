import { importDesk } from "../desk/import-desk.ts";

/** Says in which area the files of a village lie, by the village's code. */
export function setPlace(code: string, area: string): void {
  importDesk.change({ places: { ...importDesk.get().places, [code]: area } });
}
