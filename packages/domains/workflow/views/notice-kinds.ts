/** What people are told of. Browser-safe. */

/**
 * came: a matter waits for them to review or to pay. returned: theirs has to be corrected. passed: theirs was approved.
 * paid: money came that they have to confirm. disputed: a receiver says that it is wrong. answered: the payer says that it
 * is right, or an office has answered their objection to a public notice. ended: confirmed, given up or withdrawn. overdue: time ran out. recovery: somebody is to have another key.
 * message: a household wrote, or those who look after it. explained: a household has said something about what the comparison found of it. handedOver: they answer for households from now on. soon: a case of entry or exit that waits for them has its last day tomorrow.
 */
export const noticeKinds = [
  "came",
  "returned",
  "passed",
  "paid",
  "disputed",
  "answered",
  "ended",
  "overdue",
  "recovery",
  "message",
  "explained",
  "handedOver",
  "soon",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How a recovery stands: asked for, agreed to and waiting, done, stopped by somebody, lapsed. */
export const recoveryStates = ["proposed", "approved", "done", "stopped", "lapsed"] as const;
export type RecoveryState = (typeof recoveryStates)[number];

/** Who wrote a message. */
export const messageSides = ["household", "office"] as const;

/** Where a case of entry into monitoring or exit can stand; what each means stands in the registry (`stages.ts`). */
export const caseStages = [
  "applied",
  "checked",
  "passed",
  "noticed",
  "heard",
  "observed",
  "accepted",
  "declined",
  "withdrawn",
  "returned",
] as const;
export type CaseStage = (typeof caseStages)[number];
