import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { approvalLimitSet } from "../events/approval-limit-set.ts";
import { findApprovalLimit } from "../reads/approval-limit.ts";
import { approvalLimitWaitMs, SetApprovalLimit } from "../schema.ts";

/**
 * How much one signature of one's own organisation may approve without a passkey. What is stricter counts at once, what
 * is laxer after 72 hours; saying the limit in force once more takes back what waits.
 */
export const setApprovalLimit = defineCommand("identity.setApprovalLimit", {
  schema: SetApprovalLimit,
  allow: [role("administrator")],
  title: { en: "Set the limit for keys that are no passkeys", zh: "设定不用通行密钥的限额" },
  audit: { en: "set the limit for keys that are no passkeys", zh: "设定了不用通行密钥的限额" },
  execute({ state, actor, moment }, { amount }) {
    const { organisation } = actor;
    const before = findApprovalLimit(state, organisation, moment.timeMs);
    const isLaxer = before !== undefined && (amount === undefined || amount > before);
    const fromMs = isLaxer ? moment.timeMs + approvalLimitWaitMs : moment.timeMs;
    return [
      approvalLimitSet({
        organisation,
        fromMs,
        ...(amount !== undefined && { amount }),
        ...(before !== undefined && { before }),
      }),
    ];
  },
});
