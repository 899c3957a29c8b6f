import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import { findMatter } from "@mingbai/workflow/reads";
import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { readBalance } from "../reads.ts";
import { exploreMatters } from "./test-explore-matters.ts";
import { fund, office, otherFund, people, street } from "./test-scene.ts";

describe("matters and money, whoever does whatever in whatever order", () => {
  const seed = runSeed();
  const steps = deepCount(8_000, 100_000);

  it(`money moves for passed matters only, each once, under four eyes, in ${steps} acts (seed ${seed})`, {
    timeout: 600_000,
  }, () => {
    const { ledger, history, model } = exploreMatters({ seed, steps });
    expect(history.payments, `seed ${seed}`).toBeGreaterThan(steps / 2_000);
    for (const [matter, { stage, version }] of history.matters) {
      expect(findMatter(ledger.state, matter), `seed ${seed}`).toMatchObject({ stage, version });
    }
    const accounts = [office, street, people.supplier.account, people.citizen.account];
    model.funds.forEach((_, at) => {
      for (const account of accounts) {
        const free = Number(model.get("free", account, at + 1));
        const { free: said } = readBalance(ledger.state, { account, tranche: at + 1 });
        expect(said, `seed ${seed}, ${account} in tranche ${at + 1}`).toBe(free);
      }
    });
    for (const of of [fund, otherFund]) {
      expect(BigInt(ledger.state.store(moneyStore).outstandingOf(of))).toBe(model.atBank.get(of));
    }
    recount(ledger.state);
  });
});
