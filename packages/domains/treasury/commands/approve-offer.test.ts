import { describe } from "vitest";
import { after, offered, over, proposed, refusesOffers, stopped } from "../testing/offer-rows.ts";
import { wanted } from "../testing/test-offers.ts";
import { must, people, street } from "../testing/test-scene.ts";

const { allRound, finance, streetFinance } = people;

describe("approveOffer", () => {
  refusesOffers([
    ["OFFER_UNKNOWN", finance, "approveOffer", { offer: "ab".repeat(32) }],
    ["NOT_HOLDER", streetFinance, "approveOffer", {}, proposed],
    ["OFFER_NOT_PROPOSED", finance, "approveOffer", {}, offered],
    ["OFFER_NOT_PROPOSED", finance, "approveOffer", {}, after(proposed, stopped)],
    [
      "OWN_PROPOSAL",
      allRound,
      "approveOffer",
      {},
      (ledger) => ({ offer: must(ledger, allRound, "proposeOffer", wanted) }),
    ],
    [
      "APPROVED_BY_YOU",
      finance,
      "approveOffer",
      {},
      after(proposed, (ledger, input) => must(ledger, finance, "approveOffer", input)),
    ],
    [
      "TRANCHE_SHORT",
      finance,
      "approveOffer",
      {},
      after(proposed, (ledger) =>
        must(ledger, finance, "allocate", { from: wanted.from, to: street, amount: 499_000 }),
      ),
    ],
    ["OFFER_TIMES_WRONG", finance, "approveOffer", {}, after(proposed, over)],
  ]);
});
