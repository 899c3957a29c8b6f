import type { SessionRole } from "../../session/session.ts";

/** Who gives and ends posts: as the ledger's rules have it. */
export const appointerRoles = ["leader"] as const satisfies readonly SessionRole[];
