/** Where a matter can stand, who acts next there, and by when. Data: execution, queue and pages read the same table. Browser-safe. */
import type { Role } from "@mingbai/ledger/authority/role";

export const stages = [
  "submitted",
  "returned",
  "passed",
  "disbursed",
  "disputed",
  "confirmed",
  "settled",
  "withdrawn",
] as const;
export type Stage = (typeof stages)[number];

/** Whose turn it is: the applicant, the receiver of the money, the organisation that holds the matter, the one that decides. */
export type Side = "applicant" | "receiver" | "holder" | "addressee";

export interface Turn {
  readonly side: Side;
  /** Any of these roles at that side. */
  readonly roles: readonly Role[];
  readonly daysMax: number;
}

const applicants: readonly Role[] = ["projectManager", "supplier", "individual"];
const receivers: readonly Role[] = ["financeSupervisor", "supplier", "individual"];

/** A stage without a turn is an end. Days are calendar days. */
export const turns: { readonly [stage in Stage]?: Turn } = {
  submitted: { side: "holder", roles: ["projectManager"], daysMax: 5 },
  returned: { side: "applicant", roles: applicants, daysMax: 30 },
  passed: { side: "addressee", roles: ["financeSupervisor"], daysMax: 3 },
  disbursed: { side: "receiver", roles: receivers, daysMax: 10 },
  disputed: { side: "addressee", roles: ["financeSupervisor"], daysMax: 5 },
};

/** Who may give a dispute up beside the one whose turn it is to answer; the regulator may end it, too. */
export const disputeEnder: Turn = { side: "receiver", roles: receivers, daysMax: 5 };
