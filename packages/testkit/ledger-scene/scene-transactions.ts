import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { type SignedTransaction, type Signing, signCommand, signPayments } from "@mingbai/sdk/sign-transaction";
import { samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import { sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { type SceneMember, sceneChain, sceneMembers } from "./scene-genesis.ts";

export const sceneExpiryMs = sampleTimeMs + 12 * 60 * 60 * 1_000;

/** What differs from an honest next transaction of a member. */
export interface SceneSigning extends Partial<Omit<Signing, "keyId" | "signer">> {
  readonly member?: SceneMember;
  readonly keyId?: string;
}

/** A signed note of a scene's member; `sequence` is 1 unless given. */
export function sceneCommand(input: CanonicalObject, given: SceneSigning = {}): Promise<SignedTransaction> {
  return signCommand(signingOf(given), "sample.writeNote", input);
}

/** A signed command that is refused: there is no such note. */
export function sceneRefused(given: SceneSigning = {}): Promise<SignedTransaction> {
  return signCommand(signingOf(given), "sample.eraseNote", { key: "no such note" });
}

/** A signed handover to the members of this roster. */
export function sceneHandOver({ members }: Roster, given: SceneSigning = {}): Promise<SignedTransaction> {
  return signCommand(signingOf(given), "sample.handOver", { members: members.map((member) => ({ ...member })) });
}

/** A signed batch that pays these amounts, but for the lines in `refused`. */
export function scenePayments(
  amounts: readonly number[],
  given: SceneSigning = {},
  refused: readonly number[] = [],
): Promise<SignedTransaction> {
  return signPayments(signingOf(given), "sample.pay", samplePaymentBody(amounts, { refused }));
}

function signingOf({ member = sceneMembers.first, ...given }: SceneSigning): Signing {
  return { chain: sceneChain, lane: 0, sequence: 1, expiryMs: sceneExpiryMs, ...member, ...given };
}
