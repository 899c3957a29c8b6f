import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { judgeSequence, nextSequence } from "@mingbai/ledger/replay/window";
import { type SignedTransaction, type Signing, signCommand, signPayments } from "@mingbai/sdk/sign-transaction";
import type { FinalAnswer } from "@mingbai/sequencer/answer";
import { payBatchName } from "@mingbai/treasury/schema";
import type { ImporterActor } from "./importer-keys.ts";

const expiryMs = 60 * 60 * 1_000;
const lane = 0;

/** Why an import stopped in the middle. What was done is durable; the same command goes on from there. */
export class ImportStoppedError extends Error {
  override name = "ImportStoppedError";
}

/** Acts with one of the importer's keys, several transactions at a time, passing over numbers that a stopped run has used. */
export class ImportActor {
  readonly account: string;
  readonly #ledger: OpenLedger;
  readonly #who: ImporterActor;
  #sequence: number;

  constructor(ledger: OpenLedger, who: ImporterActor) {
    this.account = who.account;
    this.#ledger = ledger;
    this.#who = who;
    this.#sequence = nextSequence(ledger.chain.state, { keyId: who.account, lane });
  }

  signCommand(command: string, input: CanonicalObject): Promise<SignedTransaction> {
    return signCommand(this.#signing(), command, input);
  }

  signBatch(body: Uint8Array, bodyHash: Uint8Array): Promise<SignedTransaction> {
    return signPayments(this.#signing(), payBatchName, body, { knownHash: bodyHash });
  }

  async act(command: string, input: CanonicalObject): Promise<FinalAnswer> {
    return this.submit(await this.signCommand(command, input));
  }

  /** Resolves when the transaction is final; throws ImportStoppedError where the ledger does not accept it. */
  async submit({ id, bytes }: SignedTransaction): Promise<FinalAnswer> {
    const [answer] = await this.#ledger.sequencer.submit(bytes);
    if (answer?.status === "final" && answer.refused === undefined) return answer;
    const why = answer?.status === "final" ? JSON.stringify(answer.detail ?? {}) : "";
    throw new ImportStoppedError(
      `the ledger answers ${answer?.refused ?? "nothing"} ${why} to ${toHex(id).slice(0, 16)}`,
    );
  }

  #signing(): Signing {
    const { chain } = this.#ledger;
    const keyId = this.#who.account;
    while (judgeSequence(chain.state, { keyId, lane }, this.#sequence) === "used") this.#sequence++;
    const expiry = Math.max(Date.now(), chain.head.timeMs) + expiryMs;
    return { chain: chain.chain, signer: this.#who.signer, keyId, lane, sequence: this.#sequence++, expiryMs: expiry };
  }
}

/** Runs `work` for every item, at most `limit` at a time; the first failure stops what has not begun. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const runner = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runner));
}
