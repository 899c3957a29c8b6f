import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bankActs } from "./bank-acts.ts";
import { checkBank, checkLedger } from "./check-cycle.ts";
import { differenceActs } from "./difference-acts.ts";
import { endOfCycle } from "./end-of-cycle.ts";
import { moneyActs } from "./money-acts.ts";
import { Cycle } from "./test-cycle.ts";

type Act = (cycle: Cycle) => void | Promise<void>;

const acts: Readonly<Record<string, Act>> = {
  submit: ({ matters }) => matters.submit(),
  move: ({ matters }) => matters.move(),
  disburse: ({ matters }) => matters.disburse(),
  ...moneyActs,
  ...bankActs,
  ...differenceActs,
};
/** How often each is drawn; those that are not named, once. */
const often: Readonly<Record<string, number>> = {
  submit: 4,
  move: 24,
  disburse: 8,
  pay: 2,
  redeem: 6,
  release: 5,
  round: 8,
  wait: 3,
  payList: 2,
  unfreezeAll: 2,
  sendExpiredBack: 2,
  settleDifferences: 2,
};
const names = Object.keys(acts).flatMap((name) => Array<string>(often[name] ?? 1).fill(name));
const actsPerDistrictMax = 500;

/** What must have been accepted, or nothing is shown; the deep run meets every command of the cycle. */
const verbs = {
  usual: {
    workflow: ["submitMatter", "passMatter", "returnMatter"],
    treasury: ["payBatch", "redeem", "releaseOrders", "bookBankLines", "settleBatch", "allocate"],
  },
  deep: {
    workflow: [
      ...["resubmitMatter", "forwardMatter", "handBackMatter", "confirmMatter", "disputeMatter", "withdrawMatter"],
      ...["answerDispute", "settleDispute"],
    ],
    treasury: [
      "disburse",
      "pay",
      "cancelRedemption",
      "returnPayment",
      "returnExpired",
      "reportDifference",
      "proposeSettlement",
      "settleDifference",
    ],
    governance: ["freeze", "unfreeze"],
  },
};
const looked = deepCount(0, 1) === 1 ? [verbs.usual, verbs.deep] : [verbs.usual];
const commands = looked.flatMap((some) =>
  Object.entries(some).flatMap(([domain, names]) => names.map((verb) => `${domain}.${verb}`)),
);

// Books sync each transaction; in memory, where there is such a folder, a hundred thousand acts take minutes less.
const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "mingbai-cycle-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Does the acts in a new district, and checks every law after each. */
async function live(given: readonly (readonly [name: string, seed: number])[]): Promise<Cycle> {
  const cycle = new Cycle(folder);
  try {
    for (const [name, seed] of given) {
      cycle.dice = random(seed);
      await acts[name]?.(cycle);
      checkLedger(cycle);
      if (bankActs[name] !== undefined) checkBank(cycle);
    }
    await endOfCycle(cycle);
    return cycle;
  } finally {
    cycle.bank.remove();
  }
}

describe("the whole cycle, with a bank that fails in every way", () => {
  const seed = runSeed();
  const acts = deepCount(2_000, 100_000);

  it(`keeps money in its fund, pays nothing twice and comes to the bank's own balance in ${acts} acts (seed ${seed})`, async () => {
    const accepted = new Map<string, number>();
    let done = 0;
    const act = fc.tuple(fc.constantFrom(...names), fc.nat());
    const district = fc.noBias(fc.array(act, { maxLength: actsPerDistrictMax, size: "max" }));
    const property = fc.asyncProperty(district, async (given) => {
      const { model } = await live(given);
      done += given.length;
      for (const [command, count] of model.accepted) accepted.set(command, (accepted.get(command) ?? 0) + count);
    });
    // As many districts as it takes, each with a seed of its own.
    for (let round = 0; done < acts; round++) await fc.assert(property, { seed: seed + round, numRuns: 10 });
    expect(
      commands.filter((command) => !accepted.has(command)),
      `seed ${seed}`,
    ).toEqual([]);
  }, 1_800_000);
});
