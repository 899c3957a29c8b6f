import { describe } from "vitest";
import { refusesOffers } from "../testing/offer-rows.ts";
import { accountOf } from "../testing/test-ledger.ts";
import { shop } from "../testing/test-offers.ts";
import { citizen2, people } from "../testing/test-scene.ts";

const { administrator } = people;

describe("registerMerchants", () => {
  refusesOffers([
    ["ACCOUNT_UNKNOWN", administrator, "registerMerchants", { merchants: [{ account: accountOf(0xdead) }] }],
    ["MERCHANT_KIND", administrator, "registerMerchants", { merchants: [{ account: citizen2 }] }],
    ["OFFER_AREA_UNKNOWN", administrator, "registerMerchants", { merchants: [{ account: shop, area: "moon" }] }],
    ["LISTED_TWICE", administrator, "registerMerchants", { merchants: [{ account: shop }, { account: shop }] }],
  ]);
});
