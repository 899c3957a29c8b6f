import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { evaluateOwn } from "./answering/evaluate-own.ts";
import { generateKey } from "./answering/generate-key.ts";
import { MemoryBudget } from "./answering/memory-budget.ts";
import { type ComparedPart, compareList } from "./asking/compare-list.ts";
import { finishAsk } from "./asking/finish-ask.ts";
import { makeAsk } from "./asking/make-ask.ts";
import { itemBytes } from "./item.ts";
import { askItems } from "./limits.ts";
import { answerBytes } from "./messages/answer.ts";
import { askBytes } from "./messages/ask.ts";
import { voprf } from "./suite.ts";
import { inventedNumber, peopleOf, registry, signAs, type TestComparison, testComparison } from "./test-comparison.ts";

async function answered(comparison: TestComparison, ask: Uint8Array): Promise<Uint8Array> {
  const answer = await comparison.answer(ask);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}

async function compareAll(comparison: TestComparison, texts: readonly string[]) {
  const { checked } = comparison;
  const parts: ComparedPart[] = [];
  const send = (ask: Uint8Array) => answered(comparison, ask);
  const comparing = compareList({ checked, texts, sign: signAs(registry), send });
  for await (const part of comparing) parts.push(part);
  return parts;
}

describe("a comparison", () => {
  const seed = runSeed();

  it(`finds exactly who is in both lists (seed ${seed})`, async () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(2, 20); round++) {
      const own = [...new Set(Array.from({ length: 1 + draw.below(90) }, () => draw.below(200)))];
      const [from, to] = [draw.below(100), 100 + draw.below(60)];
      const parts = await compareAll(await testComparison({ items: peopleOf(from, to) }), own.map(inventedNumber));
      const shared = own.filter((at) => at >= from && at < to).map(inventedNumber);
      expect(parts.flatMap(({ matches }) => matches.map(({ text }) => text))).toEqual(shared);
      expect(parts.at(-1)?.done).toBe(own.length);
    }
  });

  it("opens the facts of those who match, empty ones and full ones", async () => {
    const facts = ["", "1 vehicle, 2019", "x".repeat(24)];
    const items = facts.map((fact, at) => ({ text: inventedNumber(at), fact: utf8(fact) }));
    const comparison = await testComparison({ items, factBytes: 24 });
    const parts = await compareAll(comparison, [0, 1, 2, 3].map(inventedNumber));
    expect(parts.flatMap(({ matches }) => matches)).toEqual(items);
  });

  it("says that a fact does not open where the department sealed something else", async () => {
    const comparison = await testComparison({
      items: [{ text: inventedNumber(1), fact: utf8("a fact") }],
      factBytes: 8,
    });
    const bytes = comparison.checked.entries.bytes.slice();
    for (let at = bytes.length / 1_024 - 1; at < bytes.length; at += bytes.length / 1_024) bytes[at] = 0;
    const checked = { ...comparison.checked, entries: { bytes, factBytes: 8 } };
    const pending = await makeAsk({ offer: checked.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const matches = await finishAsk({ checked, pending, answerBytes: await answered(comparison, pending.bytes) });
    expect(matches).toEqual([{ text: inventedNumber(1), fact: "FACT_REFUSED" }]);
  });

  it("sends messages whose size does not tell how many are asked about", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3) });
    for (const count of [1, 64]) {
      const texts = Array.from({ length: count }, (_, at) => inventedNumber(at));
      const pending = await makeAsk({ offer: comparison.made.offer, texts, sign: signAs(registry) });
      expect(pending.bytes.length).toBe(askBytes);
      expect((await answered(comparison, pending.bytes)).length).toBe(answerBytes);
    }
  });

  it("asks twice about the same people in bytes that have nothing in common", async () => {
    const { made } = await testComparison({ items: peopleOf(0, 3) });
    const ask = () => makeAsk({ offer: made.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const [one, two] = [await ask(), await ask()];
    const elements = [...one.blinded, ...two.blinded].map(({ blinded }) => toHex(blinded));
    expect(new Set(elements).size).toBe(2 * askItems);
  });

  it("gives what the department's own evaluation gives", () => {
    const key = generateKey();
    const input = itemBytes("identityNumber", inventedNumber(5));
    const item = { input, ...voprf.blind(input) };
    const { evaluated, proof } = voprf.blindEvaluate(key.secretKey, key.publicKey, item.blinded);
    const [output] = voprf.finalizeBatch([{ ...item, evaluated }], key.publicKey, proof);
    expect(output).toEqual(evaluateOwn(key.secretKey, input));
  });
});

describe("an answer", () => {
  it("of another key is refused by its proof, though it is well formed", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3) });
    const { checked } = comparison;
    const pending = await makeAsk({ offer: checked.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const answer = await comparison.answer(pending.bytes, { key: generateKey() });
    if (typeof answer === "string") throw new Error(answer);
    expect(await finishAsk({ checked, pending, answerBytes: answer })).toBe("PROOF_WRONG");
  });

  it("with two elements exchanged is refused by its proof", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3) });
    const { checked } = comparison;
    const pending = await makeAsk({ offer: checked.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const answer = (await answered(comparison, pending.bytes)).slice();
    const first = answer.slice(33, 65);
    answer.copyWithin(33, 65, 97);
    answer.set(first, 65);
    expect(await finishAsk({ checked, pending, answerBytes: answer })).toBe("PROOF_WRONG");
  });

  it("to another ask, one that is cut off, and one whose proof is no proof are refused", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3) });
    const { checked } = comparison;
    const ask = () => makeAsk({ offer: checked.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const [pending, other] = [await ask(), await ask()];
    const answer = await answered(comparison, other.bytes);
    expect(await finishAsk({ checked, pending, answerBytes: answer })).toBe("ANSWER_OF_ANOTHER_ASK");
    expect(await finishAsk({ checked, pending, answerBytes: answer.subarray(1) })).toBe("ANSWER_MALFORMED");
    const overOrder = answer.slice().fill(0xff, answerBytes - 64);
    expect(await finishAsk({ checked, pending: other, answerBytes: overOrder })).toBe("ANSWER_MALFORMED");
    expect(await finishAsk({ checked, pending: other, answerBytes: answer })).toHaveLength(1);
  });

  it("ends a comparison where it is not to be trusted", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3) });
    const send = async () => new Uint8Array(answerBytes);
    const texts = [inventedNumber(1)];
    const comparing = compareList({ checked: comparison.checked, texts, sign: signAs(registry), send });
    expect(await comparing.next()).toEqual({ done: true, value: "ANSWER_MALFORMED" });
  });
});

describe("a budget", () => {
  it("books an ask once, however often it is sent, and answers it each time", async () => {
    const comparison = await testComparison({ items: peopleOf(0, 3), terms: { evaluationsMax: 64 } });
    const budget = new MemoryBudget();
    const ask = () => makeAsk({ offer: comparison.made.offer, texts: [inventedNumber(1)], sign: signAs(registry) });
    const pending = await ask();
    expect(await comparison.answer(pending.bytes, { budget })).toBeInstanceOf(Uint8Array);
    expect(await comparison.answer(pending.bytes, { budget })).toBeInstanceOf(Uint8Array);
    expect(await comparison.answer((await ask()).bytes, { budget })).toBe("BUDGET_USED");
  });

  it("books all accounts or none", async () => {
    const budget = new MemoryBudget();
    const limits = [
      { account: "wide", max: 100 },
      { account: "narrow", max: 10 },
    ];
    expect(await budget.take({ askId: Uint8Array.of(1), count: 10, limits })).toBe(true);
    expect(await budget.take({ askId: Uint8Array.of(2), count: 1, limits })).toBe(false);
    expect([budget.usedOf("wide"), budget.usedOf("narrow")]).toEqual([10, 10]);
  });
});
