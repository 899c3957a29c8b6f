import { describe } from "vitest";
import { after, frozen, offered, over, proposed, refusesOffers } from "../testing/offer-rows.ts";
import { source } from "../testing/test-offers.ts";
import { citizen2, must, people } from "../testing/test-scene.ts";

const { manager, streetManager } = people;

describe("collectOffer", () => {
  refusesOffers([
    ["NOT_HOLDER", streetManager, "collectOffer", { takers: [] }, offered],
    ["OFFER_NOT_OPEN", manager, "collectOffer", { takers: [] }, proposed],
    ["OFFER_NOT_OVER", manager, "collectOffer", { takers: [] }, offered],
    ["OFFER_NOT_TAKEN", manager, "collectOffer", { takers: [citizen2] }, after(offered, over)],
    [
      "TRANCHE_FROZEN",
      manager,
      "collectOffer",
      { takers: [] },
      after(after(offered, over), frozen({ kind: "tranche", tranche: source })),
    ],
    [
      "NOTHING_TO_COLLECT",
      manager,
      "collectOffer",
      { takers: [] },
      after(after(offered, over), (ledger, input) => must(ledger, manager, "collectOffer", { ...input, takers: [] })),
    ],
  ]);
});
