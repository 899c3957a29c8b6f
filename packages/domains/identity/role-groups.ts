import { personalRoles, type Role } from "@mingbai/ledger/authority/role";

/**
 * Groups of roles that exclude each other: nobody holds roles of two groups. `governing` decides who belongs to the ledger
 * and by which rules; `running` keeps the machines; `operating` does the business. Roles of no group (what anybody may be:
 * supplier, individual, donor) go with every other. A role that is added to the ledger must be placed here.
 */
export const roleGroups = {
  governing: ["administrator"],
  running: ["nodeOperator"],
  operating: [
    "intakeClerk",
    "caseHandler",
    "operator",
    "reviewer",
    "approver",
    "dispatcher",
    "gridWorker",
    "leader",
    "appraisalAdmin",
    "analyst",
    "projectManager",
    "financeSupervisor",
    "importer",
  ],
  supervising: ["regulator", "auditor", "supervisor"],
  banking: ["escrowBank"],
} as const satisfies { readonly [group: string]: readonly Role[] };

export const ungroupedRoles = personalRoles;

/** What an organisation that one administrator registered may give before members have voted on it: none that watches others or tells what the bank did. */
export const rolesWithoutVote: readonly Role[] = [
  ...roleGroups.governing,
  ...roleGroups.running,
  ...roleGroups.operating.filter((role) => role !== "importer"),
  ...ungroupedRoles,
];

/** The first two of these roles that one person must not hold together, or undefined. */
export function findExclusion(roles: readonly Role[]): readonly [Role, Role] | undefined {
  for (const one of roles) {
    const other = roles.find((role) => groupOf(role) !== undefined && isOtherGroup(one, role));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

function isOtherGroup(one: Role, other: Role): boolean {
  const group = groupOf(one);
  return group !== undefined && group !== groupOf(other);
}

function groupOf(role: Role): string | undefined {
  return Object.entries(roleGroups).find(([, members]: [string, readonly Role[]]) => members.includes(role))?.[0];
}
