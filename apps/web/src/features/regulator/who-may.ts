import type { SessionRole } from "../../session/session.ts";

/** Who sees what is frozen. */
export const supervisorRoles = ["regulator", "auditor"] as const satisfies readonly SessionRole[];

/** Who freezes and lets go, as the ledger's commands allow. */
export function mayFreeze(roles: readonly SessionRole[] | undefined): boolean {
  return roles?.includes("regulator") === true;
}

/** The address at which a target, an order or a party can be frozen. */
export function freezeAddress(text: string): string {
  return `/regulator?${new URLSearchParams({ text })}`;
}
