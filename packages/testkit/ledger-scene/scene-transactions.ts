import type { CanonicalObject } from "@mingbai/codec/canonical-json";
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

/** A signed command of a scene's member; `sequence` unless given is 1. */
export function sceneCommand(input: CanonicalObject, given: SceneSigning = {}): Promise<SignedTransaction> {
  return signCommand(signingOf(given), "sample.writeNote", input);
}

/** A signed batch that pays these amounts. */
export function scenePayments(amounts: readonly number[], given: SceneSigning = {}): Promise<SignedTransaction> {
  return signPayments(signingOf(given), "sample.pay", samplePaymentBody(amounts));
}

function signingOf({ member = sceneMembers.first, ...given }: SceneSigning): Signing {
  return { chain: sceneChain, lane: 0, sequence: 1, expiryMs: sceneExpiryMs, ...member, ...given };
}
