import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { settlementMsMin } from "../offers/schema.ts";
import { accountOf, type Person, startMs, type TestLedger } from "./test-ledger.ts";
import {
  codeOf,
  dayMs,
  depositUntil,
  neighbour,
  offerScene,
  openOffer,
  otherShop,
  purchase,
  shop,
  source,
  takenOffer,
  trader,
  wanted,
} from "./test-offers.ts";
import { citizen2, fund, must, office, otherFund, people, street } from "./test-scene.ts";

const { administrator, allRound, citizen, finance, manager, regulator, streetFinance, streetManager } = people;

/** What a row prepares; what it returns goes into the input. */
type Before = (ledger: TestLedger) => CanonicalObject | undefined;
type Row = readonly [code: string, who: Person, verb: string, input: CanonicalObject, before?: Before];

const offered = (ledger: TestLedger) => ({ offer: openOffer(ledger) });
const proposed = (ledger: TestLedger) => ({ offer: must(ledger, manager, "proposeOffer", wanted) });
const taken =
  (more: CanonicalObject = {}): Before =>
  (ledger) =>
    purchase(takenOffer(ledger, more), 100);
const after =
  (before: Before, then: (ledger: TestLedger, input: CanonicalObject) => unknown): Before =>
  (ledger) => {
    const input = before(ledger) ?? {};
    then(ledger, input);
    return input;
  };
const frozen = (target: CanonicalObject) => (ledger: TestLedger) => must(ledger, regulator, "freeze", { target });
const over = (ledger: TestLedger) => ledger.wait(10 * dayMs);
const from = (more: CanonicalObject) => ({ ...wanted, from: { ...wanted.from, ...more } });
const nobody = accountOf(0xdead);
const stopped = (ledger: TestLedger, { offer = "" }: CanonicalObject) => must(ledger, finance, "stopOffer", { offer });
/** The number of the offer's own tranche in the scene. */
const offerTranche = 3;
const offerMoney = { holder: office, fund: otherFund, tranche: offerTranche };
const takersMoney = { ...offerMoney, holder: citizen.account };

const rows: readonly Row[] = [
  ["ACCOUNT_UNKNOWN", administrator, "registerMerchants", { merchants: [{ account: nobody }] }],
  ["MERCHANT_KIND", administrator, "registerMerchants", { merchants: [{ account: citizen2 }] }],
  ["OFFER_AREA_UNKNOWN", administrator, "registerMerchants", { merchants: [{ account: shop, area: "moon" }] }],
  ["LISTED_TWICE", administrator, "registerMerchants", { merchants: [{ account: shop }, { account: shop }] }],
  ["MERCHANT_UNKNOWN", administrator, "withdrawMerchants", { accounts: [citizen2] }],
  ["LISTED_TWICE", administrator, "withdrawMerchants", { accounts: [shop, shop] }],

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
    after(proposed, (ledger) => must(ledger, finance, "allocate", { from: wanted.from, to: street, amount: 499_000 })),
  ],
  ["OFFER_TIMES_WRONG", finance, "approveOffer", {}, after(proposed, over)],

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

  ["NOT_HOLDER", streetManager, "stopOffer", {}, offered],
  ["OFFER_NOT_OPEN", manager, "stopOffer", {}, after(offered, stopped)],
  ["OFFER_OVER", manager, "stopOffer", {}, after(offered, over)],
  ["TRANCHE_FROZEN", manager, "stopOffer", {}, after(offered, frozen({ kind: "tranche", tranche: source }))],

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

  ["OFFER_MONEY", finance, "allocate", { from: offerMoney, to: street, amount: 1 }, offersOnly(offered)],
  ["OFFER_MONEY", finance, "redeem", { from: offerMoney, amount: 1, endToEndId: "E" }, offersOnly(offered)],
  ["OFFER_MONEY", manager, "proposeOffer", { ...wanted, from: offerMoney }, offersOnly(offered)],
  ["OFFER_MONEY", citizen, "redeem", { from: takersMoney, amount: 1, endToEndId: "E" }, offersOnly(taken())],
  [
    "OFFER_MONEY",
    citizen,
    "pay",
    { from: takersMoney, payee: shop, amount: 1, reference: "ab".repeat(16) },
    offersOnly(taken()),
  ],
  ["OFFER_MONEY", citizen, "returnPayment", { from: takersMoney, amount: 1 }, offersOnly(taken())],
  ["OFFER_MONEY", citizen, "returnExpired", { from: takersMoney, amount: 1 }, offersOnly(after(taken(), over))],
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
    offersOnly(offered),
  ],
];

/** Prepared, and nothing of it goes into the input. */
function offersOnly(before: Before): Before {
  return (ledger) => void before(ledger);
}

describe("offers", () => {
  for (const [code, who, verb, input, before] of rows) {
    it(`${verb}: ${code}, and nothing changes`, () => {
      const ledger = offerScene();
      const prepared = before?.(ledger) ?? {};
      const money = chunks(ledger);
      expect(codeOf(ledger, who, verb, { ...prepared, ...input })).toBe(code);
      expect(chunks(ledger)).toEqual(money);
      recount(ledger.state);
    });
  }

  it("are refused when all are taken, and to an account that is no person's", () => {
    const ledger = offerScene();
    const offer = openOffer(ledger, { count: 1 });
    must(ledger, citizen, "takeOffer", { offer });
    expect(codeOf(ledger, neighbour, "takeOffer", { offer })).toBe("OFFER_USED_UP");
    expect(codeOf(ledger, trader, "takeOffer", { offer })).toBe("NOT_A_PERSON");
  });

  it("say what may still be spent", () => {
    const ledger = offerScene();
    const offer = takenOffer(ledger);
    must(ledger, citizen, "spend", purchase(offer, 300));
    const { refusal } = ledger.run(citizen, "spend", purchase(offer, 101)).outcome;
    expect(refusal).toEqual({ refused: "DAY_LIMIT", detail: { perDay: 400, left: 100, needs: 101 } });
  });
});

function chunks(ledger: TestLedger) {
  expect(ledger.state.store(moneyStore).outstanding).toBeGreaterThan(0);
  return ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks;
}
