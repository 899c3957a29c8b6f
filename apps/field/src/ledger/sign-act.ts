import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import { chainView, keyView } from "@mingbai/http/ledger-views";
import { type Client, type SignedTransaction, type Signer, signCommand } from "@mingbai/sdk/index";

/** The phone numbers what it signs in a lane of its own, so that pages with the same key take no number from it. */
export const fieldLane = 1;
const expiryMs = 60 * 60_000;

/** Somebody's key at hand. */
export interface SigningKey {
  readonly keyId: string;
  readonly signer: Signer;
}

/** Signs a command under the next number of the phone's lane, without sending it. Throws what the questions before throw. */
export async function signAct(
  client: Client,
  { keyId, signer }: SigningKey,
  { command, input }: { command: string; input: CanonicalObject },
): Promise<SignedTransaction> {
  const { chain, timeMs } = await client.ask(chainView, {});
  const { nextSequence } = await client.ask(keyView, { keyId, lane: fieldLane });
  const place = { keyId, lane: fieldLane, sequence: nextSequence, expiryMs: timeMs + expiryMs };
  return signCommand({ chain: fromHex(chain), signer, ...place }, command, input);
}
