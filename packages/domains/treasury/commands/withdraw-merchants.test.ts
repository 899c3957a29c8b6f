import { describe } from "vitest";
import { refusesOffers } from "../testing/offer-rows.ts";
import { shop } from "../testing/test-offers.ts";
import { citizen2, people } from "../testing/test-scene.ts";

const { administrator } = people;

describe("withdrawMerchants", () => {
  refusesOffers([
    ["MERCHANT_UNKNOWN", administrator, "withdrawMerchants", { accounts: [citizen2] }],
    ["LISTED_TWICE", administrator, "withdrawMerchants", { accounts: [shop, shop] }],
  ]);
});
