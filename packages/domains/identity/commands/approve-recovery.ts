import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { recoveryApproved } from "../events/recovery-approved.ts";
import { refuse } from "../refusals.ts";
import { ApproveRecovery, recoveryWaitMs } from "../schema.ts";
import { recoveryTable } from "../tables.ts";

/**
 * The second administrator, of another organisation, agrees. From then on the owner, the regulator and the owner's
 * administrators have 72 hours to stop it. Administrators hold no role of money: the groups exclude it.
 */
export const approveRecovery = defineCommand("identity.approveRecovery", {
  schema: ApproveRecovery,
  allow: [role("administrator")],
  title: { en: "Approve a recovery", zh: "批准密钥找回" },
  audit: { en: "approved key {keyId} to recover account {account}", zh: "批准用密钥 {keyId} 找回账户 {account}" },
  execute({ state, actor, moment }, { account, keyId }) {
    const row = state.table(recoveryTable).find(account);
    if (row === undefined) return refuse("RECOVERY_UNKNOWN", { account });
    if (row.organisation === actor.organisation || account === actor.account) return refuse("OWN_RECOVERY");
    if (row.effectMs !== undefined) return refuse("RECOVERY_APPROVED");
    if (row.key.keyId !== keyId) return refuse("RECOVERY_KEY_DIFFERS");
    return [recoveryApproved({ account, keyId, effectMs: moment.timeMs + recoveryWaitMs })];
  },
});
