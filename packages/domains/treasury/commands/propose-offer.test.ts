import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { describe } from "vitest";
import { settlementMsMin } from "../schema/offers.ts";
import { after, frozen, refusesOffers } from "../testing/offer-rows.ts";
import { startMs } from "../testing/test-ledger.ts";
import { depositUntil, shop, source, wanted } from "../testing/test-offers.ts";
import { citizen2, fund, people } from "../testing/test-scene.ts";

const { manager, streetManager } = people;

const from = (more: CanonicalObject) => ({ ...wanted, from: { ...wanted.from, ...more } });

describe("proposeOffer", () => {
  refusesOffers([
    ["TOTAL_TOO_LARGE", manager, "proposeOffer", { ...wanted, each: 2 ** 38, count: 1_000_000 }],
    ["TRANCHE_UNKNOWN", manager, "proposeOffer", from({ tranche: 77 })],
    ["FUND_MISMATCH", manager, "proposeOffer", from({ fund })],
    ["NOT_HOLDER", streetManager, "proposeOffer", wanted],
    [
      "TRANCHE_FROZEN",
      manager,
      "proposeOffer",
      wanted,
      after(() => undefined, frozen({ kind: "tranche", tranche: source })),
    ],
    ["TRANCHE_SHORT", manager, "proposeOffer", { ...wanted, each: 500_001, count: 1 }],
    ["OFFER_TIMES_WRONG", manager, "proposeOffer", { ...wanted, fromMs: wanted.untilMs }],
    ["OFFER_TIMES_WRONG", manager, "proposeOffer", { ...wanted, fromMs: 1, untilMs: startMs }],
    [
      "OFFER_ENDS_TOO_LATE",
      manager,
      "proposeOffer",
      from({ tranche: 3 }),
      (ledger) => void depositUntil(ledger, wanted.untilMs + settlementMsMin - 1),
    ],
    ["OFFER_AREA_UNKNOWN", manager, "proposeOffer", { ...wanted, takers: { kind: "residents", area: "moon" } }],
    ["OFFER_AREA_UNKNOWN", manager, "proposeOffer", { ...wanted, merchants: { kind: "area", area: "moon" } }],
    [
      "OFFER_ORGANISATION_UNKNOWN",
      manager,
      "proposeOffer",
      { ...wanted, takers: { kind: "organisation", organisation: "moon" } },
    ],
    ["MERCHANT_UNKNOWN", manager, "proposeOffer", { ...wanted, merchants: { kind: "listed", accounts: [citizen2] } }],
    ["LISTED_TWICE", manager, "proposeOffer", { ...wanted, merchants: { kind: "listed", accounts: [shop, shop] } }],
    ["BODY_INVALID", manager, "proposeOffer", { ...wanted, count: 1_000_001 }],
  ]);
});
