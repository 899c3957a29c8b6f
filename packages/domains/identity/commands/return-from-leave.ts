import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getOneWhoRests } from "../checks.ts";
import { leaveEnded } from "../events/leave-ended.ts";
import { hasEnded } from "../grants/term.ts";
import { refuse } from "../refusals.ts";
import { ReturnFromLeave } from "../schema.ts";

/**
 * Ends the leave in hand, or takes back the next one. Who is away in all their roles cannot sign, so an administrator
 * calls them back; a leave that is to come, they take back themselves.
 */
export const returnFromLeave = defineCommand("identity.returnFromLeave", {
  schema: ReturnFromLeave,
  allow: roles.map(role),
  title: { en: "End a leave", zh: "销假" },
  audit: { en: "ended leave of account {account}", zh: "办理了账户 {account} 的销假" },
  execute(context, { account }) {
    const row = getOneWhoRests(context, account);
    if (isRefusal(row)) return row;
    const living = (row.leaves ?? []).filter((leave) => !hasEnded(leave, context.moment.timeMs));
    const [first] = living.toSorted((one, other) => one.fromMs - other.fromMs);
    if (first === undefined) return refuse("NOT_ON_LEAVE", { account });
    return [leaveEnded({ account, fromMs: first.fromMs })];
  },
});
