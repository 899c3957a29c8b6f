import { describe, expect, it } from "vitest";
import { after, frozen, offerTranche, over, proposed, refusesOffers, taken } from "../testing/offer-rows.ts";
import { offerScene, openOffer, otherShop, purchase, shop, source, takenOffer } from "../testing/test-offers.ts";
import { citizen2, must, people } from "../testing/test-scene.ts";

const { administrator, citizen } = people;

describe("spend", () => {
  refusesOffers([
    ["OFFER_UNKNOWN", citizen, "spend", purchase("ab".repeat(32), 1)],
    [
      "OFFER_NOT_OPEN",
      citizen,
      "spend",
      {},
      after(proposed, (_, input) => Object.assign(input, purchase(String(input.offer), 1))),
    ],
    ["OFFER_NOT_TAKEN", citizen, "spend", {}, (ledger) => purchase(openOffer(ledger), 1)],
    ["OFFER_OVER", citizen, "spend", {}, after(taken(), over)],
    ["ACCOUNT_FROZEN", citizen, "spend", {}, after(taken(), frozen({ kind: "account", account: citizen.account }))],
    ["ACCOUNT_FROZEN", citizen, "spend", {}, after(taken(), frozen({ kind: "account", account: shop }))],
    ["TRANCHE_FROZEN", citizen, "spend", {}, after(taken(), frozen({ kind: "tranche", tranche: offerTranche }))],
    ["TRANCHE_FROZEN", citizen, "spend", {}, after(taken(), frozen({ kind: "tranche", tranche: source }))],
    ["OWN_MERCHANT", citizen, "spend", { merchant: citizen.account }, taken()],
    ["NOT_A_MERCHANT", citizen, "spend", { merchant: citizen2 }, taken()],
    ["NOT_A_MERCHANT", citizen, "spend", {}, taken({ merchants: { kind: "area", area: "south" } })],
    ["NOT_A_MERCHANT", citizen, "spend", {}, taken({ merchants: { kind: "listed", accounts: [otherShop] } })],
    [
      "NOT_A_MERCHANT",
      citizen,
      "spend",
      {},
      after(taken(), (ledger) => must(ledger, administrator, "withdrawMerchants", { accounts: [shop] })),
    ],
    ["SPENT_ALREADY", citizen, "spend", {}, after(taken(), (ledger, input) => must(ledger, citizen, "spend", input))],
    ["OFFER_SHORT", citizen, "spend", { amount: 1_001 }, taken()],
    ["DAY_LIMIT", citizen, "spend", { amount: 401 }, taken()],
  ]);

  it("says what may still be spent", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    must(ledger, citizen, "spend", purchase(offer, 300));
    const { refusal } = ledger.run(citizen, "spend", purchase(offer, 101)).outcome;
    expect(refusal).toEqual({ refused: "DAY_LIMIT", detail: { perDay: 400, left: 100, needs: 101 } });
  });
});
