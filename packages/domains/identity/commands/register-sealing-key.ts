import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { sealingKeyRegistered } from "../events/sealing-key-registered.ts";
import { RegisterSealingKey } from "../schema.ts";

/** One's own key for sealing; a new one takes the place of the old. */
export const registerSealingKey = defineCommand("identity.registerSealingKey", {
  schema: RegisterSealingKey,
  allow: roles.map(role),
  title: { en: "Register a sealing key", zh: "登记加密公钥" },
  audit: { en: "registered a sealing key", zh: "登记了加密公钥" },
  execute: ({ actor }, { publicKey }) => [sealingKeyRegistered({ account: actor.account, publicKey })],
});
