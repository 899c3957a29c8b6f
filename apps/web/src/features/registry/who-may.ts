import type { SessionRole } from "../../session/session.ts";

/** Who writes household files, who decides about them besides, and who only reads: as the ledger's rules have it. */
export const fileWriterRoles = [
  "gridWorker",
  "intakeClerk",
  "caseHandler",
  "operator",
] as const satisfies readonly SessionRole[];
export const fileDeciderRoles = ["reviewer", "approver", "leader"] as const satisfies readonly SessionRole[];
export const fileReaderRoles = [
  ...fileWriterRoles,
  ...fileDeciderRoles,
  "regulator",
  "supervisor",
  "auditor",
] as const satisfies readonly SessionRole[];
/** Who has files compared with what departments know, and sees how far that is. */
export const comparerRoles = [
  "caseHandler",
  "operator",
  "leader",
  "supervisor",
] as const satisfies readonly SessionRole[];

/** Whether somebody holds one of these roles. */
export function holdsOne(roles: readonly SessionRole[] | undefined, some: readonly SessionRole[]): boolean {
  return some.some((role) => roles?.includes(role) === true);
}
