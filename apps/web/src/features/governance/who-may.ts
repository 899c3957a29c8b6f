import type { SessionRole } from "../../session/session.ts";

const personal: readonly SessionRole[] = ["supplier", "individual", "donor"];

/** Anyone in an office may propose; whether their organisation is a member, the ledger says. */
export function mayPropose(roles: readonly SessionRole[] | undefined): boolean {
  return roles?.some((role) => !personal.includes(role)) === true;
}
