import { schemes } from "@mingbai/crypto/scheme";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findNewKeyRefusal, getColleague } from "../checks.ts";
import { recoveryProposed } from "../events/recovery-proposed.ts";
import { refuse } from "../refusals.ts";
import { ProposeRecovery } from "../schema.ts";
import { recoveryTable } from "../tables.ts";

/** The first of two administrators says that a colleague lost their keys and has this one (MONEY 14). */
export const proposeRecovery = defineCommand("identity.proposeRecovery", {
  schema: ProposeRecovery,
  allow: [role("administrator")],
  title: { en: "Propose a recovery", zh: "提出密钥找回" },
  audit: { en: "proposed key {keyId} to recover account {account}", zh: "提出用密钥 {keyId} 找回账户 {account}" },
  execute(context, { account, scheme, ...bytes }) {
    const { state, actor } = context;
    const colleague = getColleague(context, account);
    if (isRefusal(colleague)) return colleague;
    if (account === actor.account) return refuse("OWN_RECOVERY");
    if (state.table(recoveryTable).find(account) !== undefined) return refuse("RECOVERY_OPEN", { account });
    const key = { ...bytes, scheme: schemes[scheme] };
    const by = { by: actor.account, organisation: actor.organisation };
    return findNewKeyRefusal(context, key) ?? [recoveryProposed({ account, ...key, ...by })];
  },
});
