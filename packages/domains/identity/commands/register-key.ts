import { schemes } from "@mingbai/crypto/scheme";
import { actorTable, role, roles } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { findHeightRefusal, findNewKeyRefusal, getColleague, unconfirmedMark } from "../checks.ts";
import { keyRegistered } from "../events/key-registered.ts";
import { refuse } from "../refusals.ts";
import { RegisterKey } from "../schema.ts";
import { accountKeysTable, organisationTable } from "../tables.ts";

/**
 * A colleague's first key, by an administrator, or by another organisation's while its own have no keys; every other one by its owner, with a key that they have. Whoever lost
 * all of theirs is recovered by two: one administrator alone must not come to sign in another's name.
 */
export const registerKey = defineCommand("identity.registerKey", {
  schema: RegisterKey,
  allow: roles.map(role),
  title: { en: "Register a key", zh: "登记密钥" },
  audit: { en: "registered key {keyId} of account {account}", zh: "给账户 {account} 登记了密钥 {keyId}" },
  execute(context, input) {
    const key = { ...input, scheme: schemes[input.scheme] };
    const refusal =
      findOwnerRefusal(context, input.account) ??
      findNewKeyRefusal(context, key) ??
      findHeightRefusal(context, key.fromHeight);
    return refusal ?? [keyRegistered({ ...key, ...unconfirmedMark(context, key) })];
  },
});

function findOwnerRefusal(context: CommandContext, account: string): Refusal | undefined {
  const { state, actor } = context;
  if (account === actor.account) return undefined;
  if (!actor.roles.includes("administrator")) return refuse("KEY_OF_OWNER", { account });
  const colleague = getColleague(context, account);
  if (isRefusal(colleague) && !isFirstAdministrator(state, account)) return colleague;
  return hasKeys(state, account) ? refuse("KEY_OF_OWNER", { account }) : undefined;
}

/** True of an administrator whose organisation has none that could sign yet: somebody has to begin. */
function isFirstAdministrator(state: State, account: string): boolean {
  const organisation = state.table(actorTable).find(account)?.organisation ?? "";
  const { administrators = [] } = state.table(organisationTable).find(organisation) ?? {};
  return administrators.includes(account) && !administrators.some((one) => hasKeys(state, one));
}

function hasKeys(state: State, account: string): boolean {
  return state.table(accountKeysTable).find(account) !== undefined;
}
