import type { Role } from "@mingbai/ledger/authority/role";

/** Who writes household files: those who meet people, and those who handle their cases. */
export const fileWriters = ["gridWorker", "intakeClerk", "caseHandler", "operator"] as const satisfies readonly Role[];
/** Who decides about files of their area besides. */
export const fileDeciders = ["reviewer", "approver", "leader"] as const satisfies readonly Role[];
/** Everybody who works with files. */
export const fileOffices = [...fileWriters, ...fileDeciders] as const;
