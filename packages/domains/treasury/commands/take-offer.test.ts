import { describe, expect, it } from "vitest";
import { after, frozen, offered, offerTranche, over, proposed, refusesOffers, stopped } from "../testing/offer-rows.ts";
import { startMs } from "../testing/test-ledger.ts";
import { codeOf, neighbour, offerScene, openOffer, trader } from "../testing/test-offers.ts";
import { must, office, people } from "../testing/test-scene.ts";

const { citizen } = people;

describe("takeOffer", () => {
  refusesOffers([
    ["OFFER_UNKNOWN", citizen, "takeOffer", { offer: "ab".repeat(32) }],
    ["OFFER_NOT_OPEN", citizen, "takeOffer", {}, proposed],
    ["OFFER_NOT_OPEN", citizen, "takeOffer", {}, after(offered, stopped)],
    ["OFFER_NOT_BEGUN", citizen, "takeOffer", {}, (ledger) => ({ offer: openOffer(ledger, { fromMs: startMs + 1 }) })],
    ["OFFER_OVER", citizen, "takeOffer", {}, after(offered, over)],
    ["ACCOUNT_FROZEN", citizen, "takeOffer", {}, after(offered, frozen({ kind: "account", account: citizen.account }))],
    ["ACCOUNT_FROZEN", citizen, "takeOffer", {}, after(offered, frozen({ kind: "account", account: office }))],
    ["TRANCHE_FROZEN", citizen, "takeOffer", {}, after(offered, frozen({ kind: "tranche", tranche: offerTranche }))],
    [
      "OFFER_NOT_FOR_YOU",
      citizen,
      "takeOffer",
      {},
      (ledger) => ({ offer: openOffer(ledger, { takers: { kind: "residents", area: "north" } }) }),
    ],
    [
      "OFFER_NOT_FOR_YOU",
      citizen,
      "takeOffer",
      {},
      (ledger) => ({ offer: openOffer(ledger, { takers: { kind: "organisation", organisation: "bank" } }) }),
    ],
    [
      "OFFER_TAKEN",
      citizen,
      "takeOffer",
      {},
      after(offered, (ledger, input) => must(ledger, citizen, "takeOffer", input)),
    ],
  ]);

  it("refuses when all are taken, and an account that is no person's", () => {
    const ledger = offerScene();
    const offer = openOffer(ledger, { count: 1 });
    must(ledger, citizen, "takeOffer", { offer });
    expect(codeOf(ledger, neighbour, "takeOffer", { offer })).toBe("OFFER_USED_UP");
    expect(codeOf(ledger, trader, "takeOffer", { offer })).toBe("NOT_A_PERSON");
  });
});
