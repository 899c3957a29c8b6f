import { recount } from "@mingbai/treasury/laws/invariants";
import { readBalance, readClaim, readFundTotals } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { flowOf } from "../laws/flows.ts";
import { recountLevels } from "../laws/invariants.ts";
import type { LevelLedger } from "./test-ledger.ts";
import {
  carry,
  cityAndCounty,
  countyFund,
  deposit,
  fund,
  must,
  office,
  people,
  sending,
  tieOf,
  transfer,
} from "./test-scene.ts";

function check(...ledgers: readonly LevelLedger[]): void {
  for (const { state } of ledgers) {
    recount(state);
    recountLevels(state);
  }
}

describe("money between a city and its county", () => {
  it("is locked, made there, and burned here once the outcome is proven", async () => {
    const { city, county } = await cityAndCounty();
    must(city, people.finance, "levels.sendTransfer", sending(county, city, { amount: 300 }));
    expect(readBalance(city.state, { account: office, tranche: 1 })).toEqual({ free: deposit - 300, locked: 300 });
    expect(flowOf(city.state, { ledger: county.id, fund })).toEqual({ sent: 0, received: 0, locked: 300 });
    await carry(city, county);
    const [sent = 0] = city.indexesOf("levels.transferSent");
    must(county, people.citizen, "levels.receiveTransfer", city.prove(sent));
    expect(readBalance(county.state, { account: office, tranche: 1 })).toEqual({ free: 300, locked: 0 });
    expect(readClaim(county.state, countyFund)).toEqual({ received: 300, sent: 0 });
    await carry(county, city);
    const [decided = 0] = county.indexesOf("levels.transferDecided");
    must(city, people.citizen, "levels.settleTransfer", county.prove(decided));
    expect(readBalance(city.state, { account: office, tranche: 1 })).toEqual({ free: deposit - 300, locked: 0 });
    expect(readFundTotals(city.state, fund).outstanding).toBe(deposit - 300);
    expect(flowOf(city.state, { ledger: county.id, fund })).toEqual({ sent: 300, received: 0, locked: 0 });
    check(city, county);
  });

  it("comes back up, and never more than went down", async () => {
    const { city, county } = await cityAndCounty();
    await transfer(city, county, { amount: 300 });
    expect(await transfer(county, city, { amount: 120, fund: countyFund })).toMatchObject({ outcome: "accepted" });
    expect(flowOf(city.state, { ledger: county.id, fund })).toEqual({ sent: 300, received: 120, locked: 0 });
    expect(readFundTotals(city.state, fund).outstanding).toBe(deposit - 180);
    const more = county.run(
      people.finance,
      "levels.sendTransfer",
      sending(city, county, { amount: 181, fund: countyFund }),
    );
    expect(more).toMatchObject({ code: "CLAIM_SHORT", detail: { has: 180, needs: 181 } });
    check(city, county);
  });

  it("is unlocked where the destination refuses, and its expiry goes with it", async () => {
    const { city, county } = await cityAndCounty();
    expect(await transfer(city, county, { payee: people.citizen.account })).toMatchObject({
      outcome: "refused",
      reason: "payee",
    });
    expect(readBalance(city.state, { account: office, tranche: 1 })).toEqual({ free: deposit, locked: 0 });
    expect(tieOf(city, county)).toMatchObject({ underWay: 0, sendNext: 2 });
    expect(tieOf(county, city)).toMatchObject({ receiveNext: 2, tranches: 0 });
    check(city, county);
  });
});
