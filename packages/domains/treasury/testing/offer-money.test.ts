import { describe } from "vitest";
import {
  after,
  apart,
  offered,
  offerMoney,
  offerTranche,
  over,
  refusesOffers,
  taken,
  takersMoney,
} from "./offer-rows.ts";
import { shop, wanted } from "./test-offers.ts";
import { office, otherFund, people, street } from "./test-scene.ts";

const { citizen, finance, manager } = people;

describe("the money of an offer", () => {
  refusesOffers([
    ["OFFER_MONEY", finance, "allocate", { from: offerMoney, to: street, amount: 1 }, apart(offered)],
    ["OFFER_MONEY", finance, "redeem", { from: offerMoney, amount: 1, endToEndId: "E" }, apart(offered)],
    ["OFFER_MONEY", manager, "proposeOffer", { ...wanted, from: offerMoney }, apart(offered)],
    ["OFFER_MONEY", citizen, "redeem", { from: takersMoney, amount: 1, endToEndId: "E" }, apart(taken())],
    [
      "OFFER_MONEY",
      citizen,
      "pay",
      { from: takersMoney, payee: shop, amount: 1, reference: "ab".repeat(16) },
      apart(taken()),
    ],
    ["OFFER_MONEY", citizen, "returnPayment", { from: takersMoney, amount: 1 }, apart(taken())],
    ["OFFER_MONEY", citizen, "returnExpired", { from: takersMoney, amount: 1 }, apart(after(taken(), over))],
    [
      "OFFER_MONEY",
      manager,
      "proposeManifest",
      {
        manifest: "e1".repeat(32),
        payer: office,
        fund: otherFund,
        tranche: offerTranche,
        listDigest: "dd".repeat(32),
        total: 5,
        count: 1,
        batches: ["b1".repeat(32)],
      },
      apart(offered),
    ],
  ]);
});
