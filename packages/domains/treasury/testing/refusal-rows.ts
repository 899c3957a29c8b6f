import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { freeze } from "./test-freezing.ts";
import { accountOf, type Person, startMs, type TestLedger } from "./test-ledger.ts";
import {
  bankAccount,
  bankLine,
  citizen2,
  fund,
  must,
  office,
  payLinesOf,
  people,
  reference,
  testScene,
} from "./test-scene.ts";

export const { citizen, supplier, finance, bank, manager, approver, regulator, importer, operator } = people;
export const unknown = accountOf(0xdead);
export const mine = { holder: citizen.account, fund, tranche: 1 };
export const ours = { holder: office, fund, tranche: 1 };
export const payment = { from: mine, payee: citizen2, amount: 1, reference };
export const hex = (byte: string) => byte.repeat(32);

export type Row = [
  code: string,
  who: Person,
  verb: string,
  input: CanonicalObject,
  before?: (ledger: TestLedger) => void,
];

export const freezes = (target: CanonicalObject) => (ledger: TestLedger) => freeze(ledger, target);
export const expires = (ledger: TestLedger) => ledger.wait(10_000);
export const proposal = {
  manifest: hex("e1"),
  payer: office,
  fund,
  tranche: 1,
  listDigest: hex("dd"),
  total: 5,
  count: 1,
  batches: [hex("b1")],
};
export const proposed = (ledger: TestLedger) => must(ledger, manager, "proposeManifest", proposal);
export const line = (more: CanonicalObject) => ({ bankAccount, lines: [{ ...bankLine("x", 10), ...more }] });
export const ordered = (ledger: TestLedger) =>
  must(ledger, citizen, "redeem", { from: mine, amount: 7, endToEndId: "E" });

export const released = (ledger: TestLedger) => {
  ordered(ledger);
  must(ledger, finance, "releaseOrders", { endToEndIds: ["E"] });
};

/** The citizen holds 100 of tranche 1, which expires ten seconds after the start. */
export function refusalScene(reconstruction = false): TestLedger {
  const ledger = testScene({ expiryMs: startMs + 10_000, reconstruction });
  payLinesOf(ledger, [{ payee: citizen.account, amount: 100 }]);
  return ledger;
}

/** One test a row: the command is refused for this reason, and no money moves. */
export function refuses(rows: readonly Row[]): void {
  for (const [code, who, verb, input, before] of rows) {
    it(`${verb}: ${code}, and nothing changes`, () => {
      const ledger = refusalScene(code === "MANIFEST_NEEDED");
      before?.(ledger);
      const money = moneyChunks(ledger);
      expect(ledger.run(who, verb, input).code).toBe(code);
      expect(moneyChunks(ledger)).toEqual(money);
      recount(ledger.state);
    });
  }
}

function moneyChunks(ledger: TestLedger) {
  return ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks;
}
