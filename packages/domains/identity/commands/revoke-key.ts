import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findHeightRefusal, getOwnKey } from "../checks.ts";
import { keyRevoked } from "../events/key-revoked.ts";
import { RevokeKey } from "../schema.ts";

/** A key stops counting at a height that is still to come. */
export const revokeKey = defineCommand("identity.revokeKey", {
  schema: RevokeKey,
  allow: roles.map(role),
  title: { en: "Revoke a key", zh: "注销密钥" },
  audit: { en: "revoked key {keyId} from height {untilHeight}", zh: "从高度 {untilHeight} 起注销密钥 {keyId}" },
  execute(context, { keyId, untilHeight }) {
    const key = getOwnKey(context, { keyId, atHeight: untilHeight });
    if (isRefusal(key)) return key;
    return findHeightRefusal(context, untilHeight) ?? [keyRevoked({ keyId, account: key.account, untilHeight })];
  },
});
