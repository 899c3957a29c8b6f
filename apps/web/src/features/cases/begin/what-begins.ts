import type { householdCasesView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { z } from "zod";

type Cases = Pick<z.infer<(typeof householdCasesView)["result"]>, "rows" | "standing">;

const over: readonly string[] = ["accepted", "declined", "withdrawn", "returned"];

/**
 * Which case the reader may begin: none while another is open. Where no case says how the household stands, since it came with a
 * list, its file does.
 */
export function whatBegins(
  { may, monitored }: Pick<HouseholdFile, "may" | "monitored">,
  { rows, standing }: Cases,
): "apply" | "exit" | undefined {
  if (rows.some(({ stage }) => !over.includes(stage))) return undefined;
  const isMonitored = standing === null ? monitored !== "" : standing === "monitored";
  if (isMonitored) return may.includes("registry.proposeExit") ? "exit" : undefined;
  return may.includes("registry.applyForEntry") ? "apply" : undefined;
}
