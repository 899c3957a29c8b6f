import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getOneWhoRests } from "../checks.ts";
import { leaveTaken } from "../events/leave-taken.ts";
import { hasAdministratorGap } from "../grants/administrator-gap.ts";
import { hasEnded, overlaps, readAbsence } from "../grants/term.ts";
import { refuse } from "../refusals.ts";
import { grantsMax, leavesMax, TakeLeave } from "../schema.ts";

/** Someone is away for a term: their offices rest, and deputies step in. An organisation always has an administrator. */
export const takeLeave = defineCommand("identity.takeLeave", {
  schema: TakeLeave,
  allow: roles.map(role),
  title: { en: "Take leave", zh: "请假" },
  audit: { en: "entered leave of account {account}", zh: "登记了账户 {account} 的请假" },
  execute(context, { account, ...asked }) {
    const { state, moment } = context;
    const row = getOneWhoRests(context, account);
    if (isRefusal(row)) return row;
    const leave = readAbsence(context, asked);
    if (isRefusal(leave)) return leave;
    const living = (row.leaves ?? []).filter((one) => !hasEnded(one, moment.timeMs));
    if (living.some((one) => overlaps(one, leave))) return refuse("LEAVE_OVERLAPS", { account });
    if (living.length >= leavesMax) return refuse("TOO_MANY_GRANTS", { max: grantsMax, leavesMax });
    const { organisation } = row;
    const administers = row.grants.some((grant) => grant.role === "administrator");
    const would = { changed: new Map([[account, { ...row, leaves: [...living, leave] }]]), nowMs: moment.timeMs };
    if (administers && hasAdministratorGap(state, organisation, would)) {
      return refuse("LAST_ADMINISTRATOR", { organisation });
    }
    return [leaveTaken({ account, ...leave })];
  },
});
