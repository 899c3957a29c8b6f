import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { offerTable } from "../offers/tables.ts";
import { findTranche, readBalance, readEquation } from "../reads.ts";
import { accountOf, startMs, type TestLedger } from "./test-ledger.ts";
import {
  codeOf,
  dayMs,
  depositUntil,
  held,
  neighbour,
  offerScene,
  openOffer,
  otherShop,
  purchase,
  shop,
  source,
  takenOffer,
  wanted,
} from "./test-offers.ts";
import { bankAccount, bankLine, must, office, otherFund, people } from "./test-scene.ts";

const { administrator, bank, citizen, finance, manager, supplier } = people;
const offerTranche = 3;
const free = (ledger: TestLedger, account: string, tranche = source) =>
  readBalance(ledger.state, { account, tranche }).free;

describe("consumer vouchers", () => {
  it("go from the office to a person, to a merchant, and through the same redemption to the bank", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    expect(findTranche(ledger.state, offerTranche)).toMatchObject({
      fund: otherFund,
      source: "offer",
      owner: office,
      parent: source,
      expiryMs: wanted.untilMs,
      total: 3_000,
    });
    expect([free(ledger, office), free(ledger, office, offerTranche)]).toEqual([held - 3_000, 2_000]);
    must(ledger, citizen, "spend", purchase(offer, 250));
    expect([free(ledger, citizen.account, offerTranche), free(ledger, shop)]).toEqual([750, 250]);
    const from = { holder: shop, fund: otherFund, tranche: source };
    must(ledger, supplier, "redeem", { from, amount: 250, endToEndId: "SHOP" });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["SHOP"] });
    const lines = [{ ...bankLine("p-shop", 250), kind: "payout", endToEndId: "SHOP" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    expect(readEquation(ledger.state)).toEqual({ outstanding: 1_499_750, booked: 1_499_750, suspense: 0 });
    expect(ledger.state.table(offerTable).find(offer)).toMatchObject({ state: "open", taken: 1, spent: 250, back: 0 });
    recount(ledger.state);
  });

  it("are for residents of an area, or for those whom an organisation registered", () => {
    const ledger = offerScene();
    const ofCity = openOffer(ledger, { takers: { kind: "residents", area: "city" } });
    const ofSouth = openOffer(ledger, { takers: { kind: "residents", area: "south" } });
    const ofCitizens = openOffer(ledger, { takers: { kind: "organisation", organisation: "citizens" } });
    const take = (who: typeof citizen) =>
      [ofCity, ofSouth, ofCitizens].map((offer) => codeOf(ledger, who, "takeOffer", { offer }));
    expect(take(neighbour)).toEqual(["ok", "OFFER_NOT_FOR_YOU", "OFFER_NOT_FOR_YOU"]);
    expect(take(citizen)).toEqual(["OFFER_NOT_FOR_YOU", "OFFER_NOT_FOR_YOU", "ok"]);
  });

  it("are spent where the offer says: anywhere registered, in an area, in these shops", () => {
    const ledger = offerScene();
    const anywhere = takenOffer(ledger);
    const inSouth = takenOffer(ledger, { merchants: { kind: "area", area: "south" } });
    const inCity = takenOffer(ledger, { merchants: { kind: "area", area: "city" } });
    const inShop = takenOffer(ledger, { merchants: { kind: "listed", accounts: [shop] } });
    const spend = (merchant: string) =>
      [anywhere, inSouth, inCity, inShop].map((offer) =>
        codeOf(ledger, citizen, "spend", purchase(offer, 1, { merchant })),
      );
    expect(spend(shop)).toEqual(["ok", "NOT_A_MERCHANT", "ok", "ok"]);
    expect(spend(otherShop)).toEqual(["ok", "ok", "ok", "NOT_A_MERCHANT"]);
    must(ledger, administrator, "registerMerchants", { merchants: [{ account: otherShop }] });
    expect(spend(otherShop)).toEqual(["ok", "NOT_A_MERCHANT", "NOT_A_MERCHANT", "NOT_A_MERCHANT"]);
  });

  it("count each day's limit from midnight to midnight of the ledger's zone", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    // The scene's zone is 8 hours ahead of UTC: its next midnight is at 16:00 UTC.
    const midnightMs = Math.ceil((startMs + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000;
    ledger.wait(midnightMs - 1 - ledger.timeMs);
    must(ledger, citizen, "spend", purchase(offer, 400));
    expect(codeOf(ledger, citizen, "spend", purchase(offer, 1))).toBe("DAY_LIMIT");
    ledger.wait(1);
    must(ledger, citizen, "spend", purchase(offer, 150));
    must(ledger, citizen, "spend", purchase(offer, 250));
    expect(codeOf(ledger, citizen, "spend", purchase(offer, 1))).toBe("DAY_LIMIT");
    ledger.wait(dayMs);
    must(ledger, citizen, "spend", purchase(offer, 200));
    expect(codeOf(ledger, citizen, "spend", purchase(offer, 1))).toBe("OFFER_SHORT");
  });

  it("have one limit for each offer, and for each person", () => {
    const ledger = offerScene();
    const [one, other] = [takenOffer(ledger), takenOffer(ledger)];
    must(ledger, neighbour, "takeOffer", { offer: one });
    for (const [who, offer] of [
      [citizen, one],
      [citizen, other],
      [neighbour, one],
    ] as const) {
      must(ledger, who, "spend", purchase(offer, 400));
      expect(codeOf(ledger, who, "spend", purchase(offer, 1))).toBe("DAY_LIMIT");
    }
  });

  it("take back at a stop what nobody took; what people hold is spent until the end", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    must(ledger, manager, "stopOffer", { offer });
    expect(free(ledger, office)).toBe(held - 1_000);
    expect(codeOf(ledger, neighbour, "takeOffer", { offer })).toBe("OFFER_NOT_OPEN");
    must(ledger, citizen, "spend", purchase(offer, 300));
    ledger.wait(10 * dayMs);
    must(ledger, manager, "collectOffer", { offer, takers: [citizen.account] });
    expect([free(ledger, office), free(ledger, shop)]).toEqual([held - 300, 300]);
    expect(findTranche(ledger.state, offerTranche)?.total).toBe(0);
    recount(ledger.state);
  });

  it("give back after the end what nobody took and what people did not spend; merchants keep theirs", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    must(ledger, neighbour, "takeOffer", { offer });
    must(ledger, citizen, "spend", purchase(offer, 400));
    ledger.wait(10 * dayMs);
    must(ledger, manager, "collectOffer", { offer, takers: [] });
    expect(free(ledger, office)).toBe(held - 2_000);
    must(ledger, manager, "collectOffer", { offer, takers: [citizen.account, neighbour.account] });
    expect(free(ledger, office)).toBe(held - 400);
    const from = { holder: shop, fund: otherFund, tranche: source };
    must(ledger, supplier, "redeem", { from, amount: 400, endToEndId: "LATE" });
    expect(ledger.state.table(offerTable).find(offer)).toMatchObject({ spent: 400, back: 2_600 });
    recount(ledger.state);
  });

  it("give back to the fund's office where the money that the offer came from has expired too", () => {
    const ledger = offerScene();
    depositUntil(ledger, startMs + 20 * dayMs);
    const offer = takenOffer(ledger, { from: { holder: office, fund: otherFund, tranche: 3 } });
    ledger.wait(21 * dayMs);
    must(ledger, manager, "collectOffer", { offer, takers: [citizen.account] });
    expect([free(ledger, office, 3), free(ledger, office, 5)]).toEqual([6_000, 3_000]);
    expect(findTranche(ledger.state, 5)).toMatchObject({ source: "return", parent: 3, fund: otherFund });
    recount(ledger.state);
  });

  it("cost the office nothing while an offer waits, or when it is withdrawn", () => {
    const ledger = offerScene();
    const offer = must(ledger, manager, "proposeOffer", wanted);
    must(ledger, finance, "approveOffer", { offer });
    expect(free(ledger, office)).toBe(held);
    must(ledger, manager, "stopOffer", { offer });
    expect(ledger.state.table(offerTable).find(offer)?.state).toBe("withdrawn");
    expect(free(ledger, office)).toBe(held);
  });

  it("are taken once by each account, however often it is tried", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    for (let again = 0; again < 3; again++) {
      expect(codeOf(ledger, citizen, "takeOffer", { offer })).toBe("OFFER_TAKEN");
    }
    expect(free(ledger, citizen.account, offerTranche)).toBe(1_000);
    expect(free(ledger, accountOf(0x31), offerTranche)).toBe(0);
  });
});
