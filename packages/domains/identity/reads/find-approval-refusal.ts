import { schemes } from "@mingbai/crypto/scheme";
import { keyTable } from "@mingbai/ledger/authority/key";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import { recoveryCautionMs } from "../schema.ts";
import { recoveredTable, unconfirmedKeyTable } from "../tables.ts";
import { findApprovalLimit } from "./approval-limit.ts";

/**
 * Why this signature cannot approve this much (minor units, all that it approves together): above the limit of the
 * actor's organisation only a passkey signs that somebody else has seen, and not for 7 days after a recovery. That a
 * passkey's owner was verified is the ledger's own rule for every signature of one.
 */
export function findApprovalRefusal(
  { state, actor, moment }: Pick<CommandContext, "state" | "actor" | "moment">,
  amount: number,
): Refusal | undefined {
  const limit = findApprovalLimit(state, actor.organisation, moment.timeMs);
  if (limit === undefined || amount <= limit) return undefined;
  const recovered = state.table(recoveredTable).find(actor.account);
  const untilMs = recovered === undefined ? 0 : recovered.timeMs + recoveryCautionMs;
  if (moment.timeMs < untilMs) return refuse("RECOVERED_LATELY", { limit, untilMs });
  if (!isPasskey(state, actor.keyId)) return refuse("PASSKEY_NEEDED", { amount, limit });
  return signsAboveLimit(state, actor.keyId) ? undefined : refuse("PASSKEY_UNCONFIRMED", { amount, limit });
}

/** True where this key is a passkey that its owner did not add alone with a key of another kind. */
export function signsAboveLimit(state: State, keyId: string): boolean {
  return isPasskey(state, keyId) && state.table(unconfirmedKeyTable).find(keyId) === undefined;
}

function isPasskey(state: State, keyId: string): boolean {
  return state.table(keyTable).find(keyId)?.scheme === schemes["webauthn-p256"];
}
