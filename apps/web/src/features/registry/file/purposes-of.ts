import type { Purpose } from "@mingbai/registry/schema";
import type { SessionRole } from "../../../session/session.ts";
import { fileDeciderRoles, fileWriterRoles, holdsOne } from "../who-may.ts";

/** What a person of these roles may open a file for on a page, the usual one first. */
export function purposesOf(roles: readonly SessionRole[]): readonly Purpose[] {
  const found: Purpose[] = [];
  if (holdsOne(roles, fileWriterRoles)) found.push("visit", "entry", "assistance", "review", "comparison");
  if (holdsOne(roles, fileDeciderRoles)) found.push("review", "assistance", "comparison", "visit");
  if (holdsOne(roles, ["regulator", "supervisor"])) found.push("supervision");
  if (holdsOne(roles, ["auditor"])) found.push("audit");
  if (holdsOne(roles, ["individual"])) found.push("own");
  return [...new Set(found)];
}

/** The purpose that is taken without asking: the remembered one where it is still theirs, or the only one that there is. */
export function usualPurpose(roles: readonly SessionRole[], chosen: string | null): Purpose | undefined {
  const purposes = purposesOf(roles);
  const [only] = purposes;
  return purposes.find((one) => one === chosen) ?? (purposes.length === 1 ? only : undefined);
}
