import { answerAsk } from "@mingbai/private-comparison/answering/answer-ask";
import { generateKey } from "@mingbai/private-comparison/answering/generate-key";
import { makeEntries } from "@mingbai/private-comparison/answering/make-entries";
import { makeOffer } from "@mingbai/private-comparison/answering/make-offer";
import { MemoryBudget } from "@mingbai/private-comparison/answering/memory-budget";
import { type CheckedOffer, checkOffer } from "@mingbai/private-comparison/asking/check-offer";
import { finishAsk } from "@mingbai/private-comparison/asking/finish-ask";
import { makeAsk } from "@mingbai/private-comparison/asking/make-ask";
import { askItems, chunkItemsMax } from "@mingbai/private-comparison/limits";
import { defineBench, type Measured } from "../define-bench.ts";

type Prepared = {
  checked: CheckedOffer;
  answer: (ask: Uint8Array) => Promise<Uint8Array>;
  list: () => Promise<unknown>;
  asks: number;
};

const texts = Array.from({ length: chunkItemsMax }, (_, at) => `33990119600101${String(at).padStart(4, "0")}`);
const sign = async () => new Uint8Array(64);
const verify = async () => true;

async function prepare(asks: number): Promise<Prepared> {
  const key = generateKey();
  const plan = {
    key,
    kind: "identityNumber",
    salt: crypto.getRandomValues(new Uint8Array(32)),
    factBytes: 64,
  } as const;
  const list = () =>
    makeEntries(
      plan,
      texts.map((text) => ({ text, fact: new Uint8Array(64) })),
    );
  const terms = { department: 1, asker: 2, purpose: new Uint8Array(32), madeMs: 0, endsMs: 1, evaluationsMax: 2 ** 20 };
  const made = await makeOffer({ plan, terms, entries: await list(), sign });
  if (made === "LISTED_TWICE") throw new Error("the bench's people are all different");
  const checked = await checkOffer({ ...made, verify });
  if (typeof checked === "string") throw new Error(checked);
  const answer = async (ask: Uint8Array) => {
    const answering = { findOffer: () => ({ offer: made.offer, key }), verify, budget: new MemoryBudget(), nowMs: 0 };
    const bytes = await answerAsk(ask, answering);
    if (typeof bytes === "string") throw new Error(bytes);
    return bytes;
  };
  return { checked, answer, list, asks };
}

async function perSecond(people: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return people / ((performance.now() - started) / 1_000);
}

/** Evaluations of the answering side a second on one thread; beside them what the asking side and the list cost. */
async function run({ checked, answer, list, asks }: Prepared): Promise<Measured> {
  const people = texts.slice(0, askItems);
  const numbers = Array.from({ length: asks }, (_, at) => at);
  const pending: Awaited<ReturnType<typeof makeAsk>>[] = [];
  const blinded = await perSecond(asks * askItems, async () => {
    for (const _ of numbers) pending.push(await makeAsk({ offer: checked.offer, texts: people, sign }));
  });
  const answers: Uint8Array[] = [];
  const evaluated = await perSecond(asks * askItems, async () => {
    for (const { bytes } of pending) answers.push(await answer(bytes));
  });
  const finished = await perSecond(asks * askItems, async () => {
    for (const [at, one] of pending.entries()) {
      const matches = await finishAsk({ checked, pending: one, answerBytes: answers[at] ?? new Uint8Array() });
      if (matches.length !== askItems) throw new Error("all of the bench's people match");
    }
  });
  const listed = await perSecond(texts.length, list);
  return { figure: evaluated, details: { blindedPerS: blinded, finishedPerS: finished, listedPerS: listed } };
}

export const bench = defineBench<number, Prepared>({
  name: "compare.people",
  unit: "people/s",
  rounds: 3,
  full: 32,
  small: 1,
  prepare,
  run,
  peers: [],
});
