import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { partyOf, signingWith, verifierOf } from "@mingbai/app-node/departments/private/private-wire";
import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { answerAsk } from "@mingbai/private-comparison/answering/answer-ask";
import { offerId } from "@mingbai/private-comparison/messages/offer";
import type { AskRefusal } from "@mingbai/private-comparison/refusals";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { FileBudget } from "./file-budget.ts";
import { eraseOffer, findKeptOffer, type KeptOffer, keepOffer } from "./kept-offer.ts";
import { makePrivateOffer } from "./make-private-offer.ts";

const termMs = 30 * 24 * 3_600_000;
/** Three times through a register of 70,000 people, asks that were not full included. */
const evaluationsMax = 262_144;

export interface PrivateListParts {
  /** Its own folder: offer, list, key and what was counted. */
  readonly folder: string;
  readonly facts: readonly Fact[];
  readonly signer: Signer;
  /** Public key, hexadecimal, of the only one who may ask. */
  readonly caller: string;
  /** Commitment to the purpose, hexadecimal. */
  readonly purpose: string;
  readonly now: () => number;
}

/** A department's list, compared without being given away; one offer after another, each with a key of its own. */
export class PrivateList {
  readonly #parts: PrivateListParts;
  readonly #budget: FileBudget;
  #offer: Promise<KeptOffer>;

  private constructor(parts: PrivateListParts, budget: FileBudget, offer: KeptOffer) {
    this.#parts = parts;
    this.#budget = budget;
    this.#offer = Promise.resolve(offer);
  }

  static async open(parts: PrivateListParts): Promise<PrivateList> {
    await mkdir(parts.folder, { recursive: true, mode: 0o700 });
    const budget = await FileBudget.open(join(parts.folder, "budget.jsonl"));
    const kept = await findKeptOffer(parts.folder);
    return new PrivateList(parts, budget, kept ?? (await makeKept(parts)));
  }

  /** The offer in force; once it has ended its key is erased and another list is made. */
  current(): Promise<KeptOffer> {
    this.#offer = this.#offer.then((offer) => (this.#parts.now() < offer.offer.endsMs ? offer : makeKept(this.#parts)));
    return this.#offer;
  }

  async answer(ask: Uint8Array): Promise<Uint8Array<ArrayBuffer> | AskRefusal> {
    const open = await this.current();
    const id = offerId(open.offer);
    return answerAsk(ask, {
      findOffer: (asked) => (equalBytes(asked, id) ? open : undefined),
      verify: verifierOf(fromHex(this.#parts.caller)),
      budget: this.#budget,
      nowMs: this.#parts.now(),
    });
  }

  close(): Promise<void> {
    return this.#budget.close();
  }
}

async function makeKept({ folder, facts, signer, caller, purpose, now }: PrivateListParts): Promise<KeptOffer> {
  await eraseOffer(folder);
  const madeMs = now();
  const terms = {
    department: partyOf(signer.publicKey),
    asker: partyOf(fromHex(caller)),
    purpose: fromHex(purpose),
    madeMs,
    endsMs: madeMs + termMs,
    evaluationsMax,
  };
  const made = await makePrivateOffer(facts, terms, signingWith(signer));
  await keepOffer(folder, made);
  return made;
}
