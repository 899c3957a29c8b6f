import type { SessionRole } from "../../session/session.ts";

const has = (roles: readonly SessionRole[] | undefined, some: readonly SessionRole[]): boolean =>
  some.some((role) => roles?.includes(role) === true);

/** Who has work at the offers desk. */
export const offerDeskRoles = [
  "projectManager",
  "operator",
  "financeSupervisor",
  "approver",
  "administrator",
  "regulator",
  "auditor",
] as const satisfies readonly SessionRole[];

/** What the ledger lets a person of these roles do with offers of their own office. */
export function whoMay(roles: readonly SessionRole[] | undefined) {
  return {
    see: has(roles, offerDeskRoles),
    seeAll: has(roles, ["regulator", "auditor"]),
    propose: has(roles, ["projectManager", "operator"]),
    stop: has(roles, ["projectManager", "operator", "financeSupervisor", "approver"]),
    collect: has(roles, ["projectManager", "operator", "financeSupervisor"]),
    seeTakers: has(roles, ["projectManager", "operator", "financeSupervisor", "approver", "regulator", "auditor"]),
    register: has(roles, ["administrator"]),
  };
}
