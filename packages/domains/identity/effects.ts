/** Events that later domains may make, too: what members have voted. */
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { approvalLimitSet } from "./events/approval-limit-set.ts";
import { findApprovalLimit } from "./reads/approval-limit.ts";
import { approvalLimitWaitMs } from "./schema.ts";

export { normalLimitSet } from "./events/normal-limit-set.ts";
export { roleScopeSet } from "./events/role-scope-set.ts";

/**
 * The event that gives an organisation another approval limit. What is stricter counts at once, what is laxer after 72
 * hours: time for others to see it.
 */
export function approvalLimitChanged(
  state: State,
  { organisation, amount }: { organisation: string; amount: number | undefined },
  { timeMs }: Moment,
): Event {
  const before = findApprovalLimit(state, organisation, timeMs);
  const isLaxer = before !== undefined && (amount === undefined || amount > before);
  return approvalLimitSet({
    organisation,
    fromMs: isLaxer ? timeMs + approvalLimitWaitMs : timeMs,
    ...(amount !== undefined && { amount }),
    ...(before !== undefined && { before }),
  });
}
