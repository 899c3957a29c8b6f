import { describe, expect, it } from "vitest";
import { makeAsk } from "../asking/make-ask.ts";
import { budgetPeriodMs, periodEvaluationsMax } from "../limits.ts";
import { askBytes } from "../messages/ask.ts";
import {
  inventedNumber,
  madeMs,
  peopleOf,
  registry,
  signAs,
  type TestComparison,
  testComparison,
} from "../test-comparison.ts";
import { limitsOf } from "./limits-of.ts";
import { MemoryBudget } from "./memory-budget.ts";

const comparison = await testComparison({ items: peopleOf(0, 3) });
const other = await testComparison({ items: peopleOf(0, 3) });
const endMs = comparison.made.offer.endsMs;
const used = new MemoryBudget();
await used.take({
  askId: new Uint8Array(32),
  count: periodEvaluationsMax,
  limits: limitsOf(comparison.made.offer, madeMs).slice(1),
});

async function askOf({ made }: TestComparison, signer: number): Promise<Uint8Array<ArrayBuffer>> {
  const ask = await makeAsk({ offer: made.offer, texts: [inventedNumber(1)], sign: signAs(signer) });
  return ask.bytes;
}

/** The ask with its last element replaced, signature as it was. */
function withElement(ask: Uint8Array, element: Uint8Array): Uint8Array {
  const changed = ask.slice();
  changed.set(element, askBytes - 64 - 32);
  return changed;
}

const good = await askOf(comparison, registry);
const ofAnother = await askOf(other, registry);
const bySomeoneElse = await askOf(comparison, 12);

describe("answerAsk", () => {
  it.each([
    ["bytes of no ask", good.subarray(1), {}, "ASK_MALFORMED"],
    ["the identity as an element", withElement(good, new Uint8Array(32)), {}, "ASK_MALFORMED"],
    ["an element that is not canonical", withElement(good, new Uint8Array(32).fill(0xff)), {}, "ASK_MALFORMED"],
    ["an offer of someone else, ended as well", ofAnother, { nowMs: endMs }, "OFFER_UNKNOWN"],
    ["a signature of someone else, ended as well", bySomeoneElse, { nowMs: endMs }, "ASK_SIGNATURE_WRONG"],
    ["an element that was not signed", withElement(good, good.slice(33, 65)), {}, "ASK_SIGNATURE_WRONG"],
    ["the moment at which the offer ends, budget used as well", good, { nowMs: endMs, budget: used }, "OFFER_ENDED"],
    ["a period that is used up", good, { budget: used }, "BUDGET_USED"],
  ] as const)("refuses %s", async (_, bytes, at, refusal) => {
    expect(await comparison.answer(bytes, at)).toBe(refusal);
  });

  it("answers until the last moment, and anew in the next period", async () => {
    expect(await comparison.answer(good, { nowMs: endMs - 1 })).toBeInstanceOf(Uint8Array);
    const [, now] = limitsOf(comparison.made.offer, madeMs);
    const [, later] = limitsOf(comparison.made.offer, madeMs + budgetPeriodMs);
    expect(now?.account).not.toBe(later?.account);
  });
});
