import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { freeze } from "./test-freezing.ts";
import type { Person, TestLedger } from "./test-ledger.ts";
import { codeOf, dayMs, offerScene, openOffer, purchase, takenOffer, wanted } from "./test-offers.ts";
import { must, office, otherFund, people } from "./test-scene.ts";

const { citizen, finance, manager } = people;

/** What a row prepares; what it returns goes into the input. */
export type Before = (ledger: TestLedger) => CanonicalObject | undefined;
export type OfferRefusal = readonly [code: string, who: Person, verb: string, input: CanonicalObject, before?: Before];

export const offered = (ledger: TestLedger) => ({ offer: openOffer(ledger) });
export const proposed = (ledger: TestLedger) => ({ offer: must(ledger, manager, "proposeOffer", wanted) });
export const taken =
  (more: CanonicalObject = {}): Before =>
  (ledger) =>
    purchase(takenOffer(ledger, more), 100);
export const after =
  (before: Before, then: (ledger: TestLedger, input: CanonicalObject) => unknown): Before =>
  (ledger) => {
    const input = before(ledger) ?? {};
    then(ledger, input);
    return input;
  };
/** Prepared, and nothing of it goes into the input. */
export const apart =
  (before: Before): Before =>
  (ledger) =>
    void before(ledger);
export const frozen = (target: CanonicalObject) => (ledger: TestLedger) => freeze(ledger, target);
export const over = (ledger: TestLedger) => ledger.wait(10 * dayMs);
export const stopped = (ledger: TestLedger, { offer = "" }: CanonicalObject) =>
  must(ledger, finance, "stopOffer", { offer });
/** The number of the offer's own tranche in the scene. */
export const offerTranche = 3;
export const offerMoney = { holder: office, fund: otherFund, tranche: offerTranche };
export const takersMoney = { ...offerMoney, holder: citizen.account };

/** One test a row: the command is refused for this reason, and no money moves. */
export function refusesOffers(rows: readonly OfferRefusal[]): void {
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
}

function chunks(ledger: TestLedger) {
  expect(ledger.state.store(moneyStore).outstanding).toBeGreaterThan(0);
  return ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks;
}
