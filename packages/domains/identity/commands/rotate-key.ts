import { schemes } from "@mingbai/crypto/scheme";
import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findHeightRefusal, findNewKeyRefusal, getOwnKey, unconfirmedMark } from "../checks.ts";
import { keyRegistered } from "../events/key-registered.ts";
import { keyRevoked } from "../events/key-revoked.ts";
import { refuse } from "../refusals.ts";
import { RotateKey } from "../schema.ts";

/** A new key of one's own takes over from an old one at one height. An administrator only ends keys of others. */
export const rotateKey = defineCommand("identity.rotateKey", {
  schema: RotateKey,
  allow: roles.map(role),
  title: { en: "Replace a key", zh: "更换密钥" },
  audit: { en: "replaced key {oldKeyId} by {keyId}", zh: "用密钥 {keyId} 换下 {oldKeyId}" },
  execute(context, { keyId, scheme, publicKey, oldKeyId, fromHeight }) {
    const old = getOwnKey(context, { keyId: oldKeyId, atHeight: fromHeight });
    if (isRefusal(old)) return old;
    if (old.account !== context.actor.account) return refuse("KEY_OF_OWNER", { account: old.account });
    const key = { keyId, scheme: schemes[scheme], publicKey };
    const refusal = findNewKeyRefusal(context, key) ?? findHeightRefusal(context, fromHeight);
    if (refusal !== undefined) return refusal;
    return [
      keyRevoked({ keyId: oldKeyId, account: old.account, untilHeight: fromHeight }),
      keyRegistered({ ...key, account: old.account, fromHeight, oldKeyId, ...unconfirmedMark(context, key) }),
    ];
  },
});
