import { actorTable, role, roles } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { recoveryEnded } from "../events/recovery-ended.ts";
import { refuse } from "../refusals.ts";
import { StopRecovery } from "../schema.ts";
import { recoveryTable } from "../tables.ts";

/** Somebody who may says no before the new key takes over: the owner with a key that still counts, above all. */
export const stopRecovery = defineCommand("identity.stopRecovery", {
  schema: StopRecovery,
  allow: roles.map(role),
  title: { en: "Stop a recovery", zh: "叫停密钥找回" },
  audit: { en: "stopped the recovery of account {account}", zh: "叫停了账户 {account} 的密钥找回" },
  execute(context, { account }) {
    if (context.state.table(recoveryTable).find(account) === undefined) return refuse("RECOVERY_UNKNOWN", { account });
    if (!mayStop(context, account)) return refuse("RECOVERY_NOT_YOURS");
    return [recoveryEnded({ account, outcome: "stopped" })];
  },
});

function mayStop({ state, actor }: CommandContext, account: string): boolean {
  if (actor.account === account || actor.roles.includes("regulator")) return true;
  const organisation = state.table(actorTable).find(account)?.organisation;
  return actor.roles.includes("administrator") && actor.organisation === organisation;
}
