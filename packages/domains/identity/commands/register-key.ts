import { schemes } from "@mingbai/crypto/scheme";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findHeightRefusal, findNewKeyRefusal, getColleague } from "../checks.ts";
import { keyRegistered } from "../events/key-registered.ts";
import { RegisterKey } from "../schema.ts";

/** A colleague's first key, or one more. */
export const registerKey = defineCommand("identity.registerKey", {
  schema: RegisterKey,
  allow: [role("administrator")],
  title: { en: "Register a key", zh: "登记密钥" },
  audit: { en: "registered key {keyId} of account {account}", zh: "给账户 {account} 登记了密钥 {keyId}" },
  execute(context, input) {
    const colleague = getColleague(context, input.account);
    if (isRefusal(colleague)) return colleague;
    const key = { ...input, scheme: schemes[input.scheme] };
    return findNewKeyRefusal(context, key) ?? findHeightRefusal(context, key.fromHeight) ?? [keyRegistered(key)];
  },
});
