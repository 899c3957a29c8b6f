import { concat, equalBytes, utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { answerAsk } from "./answering/answer-ask.ts";
import type { Budget } from "./answering/budget.ts";
import { type ComparisonKey, generateKey } from "./answering/generate-key.ts";
import { type ListedItem, makeEntries } from "./answering/make-entries.ts";
import { type MadeOffer, makeOffer, type OfferTerms } from "./answering/make-offer.ts";
import { MemoryBudget } from "./answering/memory-budget.ts";
import { type CheckedOffer, checkOffer } from "./asking/check-offer.ts";
import { offerId } from "./messages/offer.ts";
import type { Sign, Verify } from "./parties.ts";

export const vehicles = 7;
export const registry = 11;
export const madeMs = 1_790_000_000_000;

/** A signature in tests: both halves are digests of signer and message. */
export function signAs(signer: number): Sign {
  return async (message) => signatureOf(signer, message);
}

export const verify: Verify = async ({ signer, message, signature }) =>
  equalBytes(signature, signatureOf(signer, message));

function signatureOf(signer: number, message: Uint8Array): Uint8Array {
  const half = sha256(utf8(`signer ${signer}`), message);
  return concat(half, half);
}

/** An invented identity number: no region has the code 3399. */
export function inventedNumber(at: number): string {
  return `33990119600101${String(at % 10_000).padStart(4, "0")}`;
}

/** A department with a list, and what a registry holds of it. */
export interface TestComparison {
  readonly key: ComparisonKey;
  readonly made: MadeOffer;
  readonly checked: CheckedOffer;
  answer(ask: Uint8Array, at?: { nowMs?: number; budget?: Budget; key?: ComparisonKey }): ReturnType<typeof answerAsk>;
}

/** An offer about `items`; `terms` change what is usual. */
export async function testComparison({
  items,
  factBytes = 0,
  terms = {},
}: {
  items: readonly ListedItem[];
  factBytes?: number;
  terms?: Partial<OfferTerms>;
}): Promise<TestComparison> {
  const key = generateKey();
  const plan = { key, kind: "identityNumber", salt: crypto.getRandomValues(new Uint8Array(32)), factBytes } as const;
  const usual = { department: vehicles, asker: registry, purpose: new Uint8Array(32).fill(9), madeMs };
  const made = await makeOffer({
    plan,
    terms: { ...usual, endsMs: madeMs + 3_600_000, evaluationsMax: 512, ...terms },
    entries: await makeEntries(plan, items),
    sign: signAs(vehicles),
  });
  if (made === "LISTED_TWICE") throw new Error("a person stands twice in the test's list");
  const checked = await checkOffer({ offerBytes: made.offerBytes, entriesBytes: made.entriesBytes, verify });
  if (typeof checked === "string") throw new Error(checked);
  const usualBudget = new MemoryBudget();
  const id = offerId(made.offer);
  return {
    key,
    made,
    checked,
    answer: (ask, at = {}) =>
      answerAsk(ask, {
        findOffer: (asked) => (equalBytes(asked, id) ? { offer: made.offer, key: at.key ?? key } : undefined),
        verify,
        budget: at.budget ?? usualBudget,
        nowMs: at.nowMs ?? madeMs,
      }),
  };
}

export const noFact = new Uint8Array(0);

/** People `from` up to before `to`, without facts. */
export function peopleOf(from: number, to: number): ListedItem[] {
  return Array.from({ length: to - from }, (_, at) => ({ text: inventedNumber(from + at), fact: noFact }));
}
