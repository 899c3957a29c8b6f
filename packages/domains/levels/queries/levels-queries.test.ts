import { TestTables } from "@mingbai/testkit/test-tables";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";
import { fundBalances } from "@mingbai/treasury/queries/fund-balances";
import { readFundTotals } from "@mingbai/treasury/reads";
import type { fundBalancesView } from "@mingbai/treasury/views/acts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { levelsProjection } from "../projection/levels-projection.ts";
import type { LevelLedger } from "../testing/test-ledger.ts";
import {
  carry,
  cityAndCounty,
  countyFund,
  deposit,
  fund,
  must,
  people,
  sending,
  transfer,
} from "../testing/test-scene.ts";
import type { tiesView, transfersView } from "../views.ts";
import { levelsQueries } from "./all.ts";

const anyone = { account: undefined, organisation: undefined, roles: [] };
let tables: TestTables;
let city: LevelLedger;
let county: LevelLedger;

beforeAll(async () => {
  tables = await TestTables.start([treasuryProjection, levelsProjection]);
  ({ city, county } = await cityAndCounty());
  await transfer(city, county, { amount: 400 });
  await transfer(county, city, { amount: 150, fund: countyFund });
  await transfer(city, county, { amount: 60, payee: people.citizen.account });
  must(county, people.node, "levels.stateTotals", {});
  await carry(county, city);
  must(city, people.citizen, "levels.receiveTotals", county.prove(county.hashes.size - 1));
  must(city, people.finance, "levels.sendTransfer", sending(county, city, { amount: 7 }));
  const { size } = county.hashes;
  const twin = county.fork();
  twin.run(people.finance, "levels.stateTotals", {});
  county.run(people.node, "levels.stateTotals", {});
  await carry(county, city);
  const contrary = { ledger: county.id, note: await twin.note(size + 1), from: size + 1, proof: [] };
  must(city, people.citizen, "levels.postCheckpoint", contrary);
});
afterAll(() => tables.stop());

async function ask(ledger: LevelLedger) {
  await tables.project(ledger.projected.all);
  const { replica, roster, parts } = ledger;
  const [ties, transfers] = levelsQueries({
    chain: replica.chain,
    name: parts.name,
    roster: () => roster,
    totalsOf: (of) => readFundTotals(ledger.state, of),
  });
  return {
    ties: (await tables.ask(ties, {}, anyone)) as z.infer<(typeof tiesView)["result"]>,
    transfers: (await tables.ask(transfers, { limit: 3 }, anyone)) as z.infer<(typeof transfersView)["result"]>,
  };
}

describe("what is told of ledgers above and below", () => {
  it("shows the city its county: label, checkpoint, money over the tie, totals, and that it is frozen", async () => {
    const { ties, transfers } = await ask(city);
    expect(ties.own).toMatchObject({
      name: "city",
      assurance: "byzantine",
      members: 4,
      totals: [{ fund, outstanding: deposit - 250, paidIn: deposit, paidOut: 0 }],
    });
    expect(ties.rows).toMatchObject([
      {
        as: "child",
        name: "county",
        state: "frozen",
        assurance: "operatorTrusted",
        size: county.hashes.size,
        flows: [{ fund, sent: 400, received: 150, locked: 7 }],
        underWay: 1,
        settled: 2,
        totals: { ledgers: 1, funds: [{ fund, outstanding: 250, paidIn: 0, paidOut: 0 }] },
      },
    ]);
    expect(ties.rows[0]?.frozenBy).toMatch(/^[0-9a-f]{64}$/);
    expect(transfers.rows.map(({ direction, n, state, reason }) => [direction, n, state, reason])).toEqual([
      ["out", 3, "underWay", null],
      ["out", 2, "refused", "payee"],
      ["in", 1, "accepted", null],
    ]);
    expect(transfers.next).not.toBeNull();
  });

  it("keeps each treasury's equation: vouchers are what the bank has and what other ledgers owe", async () => {
    const fundsOf = async (ledger: LevelLedger) => {
      await tables.project(ledger.projected.all);
      return ((await tables.ask(fundBalances, {}, anyone)) as z.infer<(typeof fundBalancesView)["result"]>).funds;
    };
    expect(await fundsOf(city)).toMatchObject([
      { outstandingMinor: deposit - 250, lockedMinor: 7, bookedMinor: deposit, claimsMinor: -250 },
    ]);
    expect(await fundsOf(county)).toMatchObject([{ outstandingMinor: 250, bookedMinor: 0, claimsMinor: 250 }]);
  });

  it("shows the county its city by the county's own number of the fund, and no account in either direction", async () => {
    const { ties, transfers } = await ask(county);
    expect(ties.rows).toMatchObject([
      {
        as: "parent",
        state: "open",
        assurance: "byzantine",
        flows: [{ fund: countyFund, sent: 150, received: 400, locked: 0 }],
      },
    ]);
    expect(JSON.stringify([ties, transfers])).not.toContain(people.citizen.account);
  });
});
