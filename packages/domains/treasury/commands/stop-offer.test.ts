import { describe } from "vitest";
import { after, frozen, offered, over, refusesOffers, stopped } from "../testing/offer-rows.ts";
import { source } from "../testing/test-offers.ts";
import { people } from "../testing/test-scene.ts";

const { manager, streetManager } = people;

describe("stopOffer", () => {
  refusesOffers([
    ["NOT_HOLDER", streetManager, "stopOffer", {}, offered],
    ["OFFER_NOT_OPEN", manager, "stopOffer", {}, after(offered, stopped)],
    ["OFFER_OVER", manager, "stopOffer", {}, after(offered, over)],
    ["TRANCHE_FROZEN", manager, "stopOffer", {}, after(offered, frozen({ kind: "tranche", tranche: source }))],
  ]);
});
