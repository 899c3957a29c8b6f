import { isInForce, keyTable } from "@mingbai/ledger/authority/key";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { keyConfirmed } from "../events/key-confirmed.ts";
import { refuse } from "../refusals.ts";
import { ConfirmKey } from "../schema.ts";
import { unconfirmedKeyTable } from "../tables.ts";

/**
 * An administrator has compared a colleague's new passkey with the owner. Whoever stole a key of another kind could add
 * a passkey of their own with it, but not this word.
 */
export const confirmKey = defineCommand("identity.confirmKey", {
  schema: ConfirmKey,
  allow: [role("administrator")],
  title: { en: "Confirm a passkey", zh: "确认通行密钥" },
  audit: { en: "confirmed passkey {keyId}", zh: "确认了通行密钥 {keyId}" },
  execute(context, { keyId }) {
    const { state, actor, moment } = context;
    const key = state.table(keyTable).find(keyId);
    if (key === undefined) return refuse("KEY_UNKNOWN", { keyId });
    const { account, untilHeight } = key;
    const owner = getColleague(context, account);
    if (isRefusal(owner)) return owner;
    if (account === actor.account) return refuse("OWN_KEY");
    if (untilHeight !== undefined && !isInForce(key, moment.height)) {
      return refuse("KEY_REVOKED", { keyId, untilHeight });
    }
    if (state.table(unconfirmedKeyTable).find(keyId) === undefined) return refuse("KEY_CONFIRMED", { keyId });
    return [keyConfirmed({ keyId, account })];
  },
});
