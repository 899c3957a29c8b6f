import type { SessionRole } from "../../session/session.ts";

const reconciles: readonly SessionRole[] = [
  "projectManager",
  "financeSupervisor",
  "approver",
  "escrowBank",
  "regulator",
  "auditor",
];
const settles: readonly SessionRole[] = ["financeSupervisor", "escrowBank", "auditor"];

/** Who sees both sides of a bank day. */
export function mayReconcile(roles: readonly SessionRole[]): boolean {
  return roles.some((role) => reconciles.includes(role));
}

/** Who reports differences and settles them; the ledger asks in whose organisation. */
export function maySettle(roles: readonly SessionRole[]): boolean {
  return roles.some((role) => settles.includes(role));
}

/** Who signs a day for the office. */
export function mayClose(roles: readonly SessionRole[]): boolean {
  return roles.includes("financeSupervisor");
}
