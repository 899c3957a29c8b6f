import type { Role } from "@mingbai/ledger/authority/role";

/** Who decides who helps, or who answers for which household: they are shown what others can do. */
export const deciders = ["leader", "reviewer", "approver"] as const satisfies readonly Role[];
/** Who looks on, and is shown it as well. */
export const onlookers = ["regulator", "supervisor", "auditor"] as const satisfies readonly Role[];
