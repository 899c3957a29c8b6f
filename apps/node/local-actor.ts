import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { nextSequence } from "@mingbai/ledger/replay/window";
import { type SignedTransaction, type Signing, signCommand, signPayments } from "@mingbai/sdk/sign-transaction";
import type { FinalAnswer } from "@mingbai/sequencer/answer";
import type { OpenLedger } from "./open-ledger.ts";

const expiryMs = 60 * 60 * 1_000;
const lane = 0;

/** Acts on a ledger of this process with one key, as the SDK does over HTTP; throws where the ledger refuses. */
export class LocalActor {
  readonly #ledger: Pick<OpenLedger, "chain" | "sequencer" | "now">;
  readonly #signer: Signer;
  readonly #keyId: Number64;
  #sequence: number;

  constructor(ledger: Pick<OpenLedger, "chain" | "sequencer" | "now">, key: { signer: Signer; keyId: Number64 }) {
    this.#ledger = ledger;
    this.#signer = key.signer;
    this.#keyId = key.keyId;
    this.#sequence = nextSequence(ledger.chain.state, { keyId: key.keyId, lane });
  }

  signCommand(command: string, input: CanonicalObject): Promise<SignedTransaction> {
    return signCommand(this.#signing(), command, input);
  }

  signPayments(command: string, body: Uint8Array): Promise<SignedTransaction> {
    return signPayments(this.#signing(), command, body);
  }

  /** Signs a command, submits it, and waits until it is final. */
  async act(command: string, input: CanonicalObject): Promise<FinalAnswer> {
    return this.submit(await this.signCommand(command, input));
  }

  async submit({ id, bytes }: SignedTransaction): Promise<FinalAnswer> {
    const [answer] = await this.#ledger.sequencer.submit(bytes);
    if (answer?.status === "final" && answer.refused === undefined) return answer;
    const why = answer?.status === "final" ? JSON.stringify(answer.detail ?? {}) : "";
    throw new Error(`transaction ${toHex(id).slice(0, 16)}: ${answer?.refused ?? "no answer"} ${why}`);
  }

  #signing(): Signing {
    return {
      chain: this.#ledger.chain.chain,
      signer: this.#signer,
      keyId: this.#keyId,
      lane,
      sequence: this.#sequence++,
      expiryMs: Math.max(this.#ledger.now(), this.#ledger.chain.head.timeMs) + expiryMs,
    };
  }
}
