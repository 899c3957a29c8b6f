import { importDesk } from "../desk/import-desk.ts";
import type { Decision } from "./decision.ts";

/** Decides about a household that waits; undefined takes the decision back. */
export function decideHousehold(key: string, decision: Decision | undefined): void {
  const { [key]: _before, ...others } = importDesk.get().decisions;
  importDesk.change({ decisions: decision === undefined ? others : { ...others, [key]: decision } });
}
