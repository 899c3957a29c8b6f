import { viewOf } from "@mingbai/codec/bytes";
import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { readBalance } from "../reads.ts";
import { lineCodes } from "../schema.ts";
import { freeze } from "../testing/test-freezing.ts";
import { accountOf, startMs, type TestLedger } from "../testing/test-ledger.ts";
import { citizen2, digestOf, makeBatch, office, people, propose, street, testScene } from "../testing/test-scene.ts";
import { headAt } from "./layout.ts";
import { findBatchHead, readLines } from "./read-batch.ts";

const { operator, citizen, supplier } = people;
const dues = [{ payee: citizen.account, amount: 10 }];

/** The batch with some bytes of it changed, and its digest after that. */
function changed(batch: ReturnType<typeof makeBatch>, change: (view: DataView) => void) {
  const body = batch.body.slice();
  change(viewOf(body));
  return { ...batch, body, digest: digestOf(body) };
}

describe("a batch that is refused whole", () => {
  const batch = makeBatch(dues);
  const proposed = (ledger: TestLedger, more: Parameters<typeof propose>[2]) => {
    propose(ledger, [batch], more);
    return batch.body;
  };
  const cases: [string, (ledger: TestLedger) => Uint8Array][] = [
    ["BATCH_MALFORMED", () => changed(batch, (view) => view.setUint32(headAt.mode, 2, true)).body],
    ["BATCH_MALFORMED", () => changed(batch, (view) => view.setUint32(headAt.zero, 1, true)).body],
    ["MANIFEST_UNKNOWN", () => batch.body],
    ["MANIFEST_NOT_APPROVED", (ledger) => proposed(ledger, { approvals: 1 })],
    [
      "NOT_HOLDER",
      (ledger) => {
        const theirs = makeBatch(dues, { payer: street });
        propose(ledger, [theirs]);
        return theirs.body;
      },
    ],
    [
      "MANIFEST_MISMATCH",
      (ledger) => {
        const other = makeBatch(dues, { tranche: 2, fund: 2 });
        propose(ledger, [other]);
        return other.body;
      },
    ],
    [
      "BATCH_NOT_LISTED",
      (ledger) => {
        propose(ledger, [batch]);
        return makeBatch([{ payee: citizen.account, amount: 9 }]).body;
      },
    ],
    [
      "BATCH_SPENT",
      (ledger) => {
        propose(ledger, [batch]);
        ledger.runBatch(operator, batch.body);
        return batch.body;
      },
    ],
    [
      "BATCH_TOTAL_WRONG",
      (ledger) => {
        const wrong = changed(batch, (view) => view.setBigUint64(headAt.total, 9n, true));
        propose(ledger, [wrong]);
        return wrong.body;
      },
    ],
    ["MANIFEST_EXCEEDED", (ledger) => proposed(ledger, { total: 9 })],
    [
      "ACCOUNT_FROZEN",
      (ledger) => {
        propose(ledger, [batch]);
        freeze(ledger, { kind: "account", account: office });
        return batch.body;
      },
    ],
    [
      "TRANCHE_FROZEN",
      (ledger) => {
        propose(ledger, [batch]);
        freeze(ledger, { kind: "tranche", tranche: 1 });
        return batch.body;
      },
    ],
    [
      "TRANCHE_EXPIRED",
      (ledger) => {
        propose(ledger, [batch]);
        ledger.wait(10_000);
        return batch.body;
      },
    ],
    [
      "TRANCHE_SHORT",
      (ledger) => {
        const much = makeBatch([{ payee: citizen.account, amount: 1_000_001 }]);
        propose(ledger, [much]);
        return much.body;
      },
    ],
  ];
  for (const [code, prepare] of cases) {
    it(`${code}, and no money moves`, () => {
      const ledger = testScene({ expiryMs: startMs + 10_000 });
      const body = prepare(ledger);
      const before = ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks;
      expect(ledger.runBatch(operator, body).code).toBe(code);
      expect(ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks).toEqual(before);
    });
  }
});

describe("a line that is refused", () => {
  it("says why, and its amount stays with the payer", () => {
    const ledger = testScene();
    freeze(ledger, { kind: "account", account: citizen2 });
    const lines = [
      { payee: citizen.account, amount: 10 },
      { payee: accountOf(0xdead), amount: 20 },
      { payee: citizen2, amount: 30 },
      { payee: citizen.account, amount: 40 },
      { payee: supplier.account, amount: 50 },
      { payee: supplier.account, amount: 60 },
    ];
    const batch = changed(makeBatch(lines), (view) => {
      view.setBigUint64(64 + 3 * 64 + 8, 0n, true);
      view.setBigUint64(64 + 4 * 64 + 8, 2n ** 40n, true);
      view.setBigUint64(headAt.total, 120n, true);
    });
    propose(ledger, [batch]);
    const { code, outcome } = ledger.runBatch(operator, batch.body);
    expect(code).toBe("ok");
    const { accepted, unknown, frozen, zero, tooLarge } = lineCodes;
    expect([...(outcome.lineResults ?? [])]).toEqual([accepted, unknown, frozen, zero, tooLarge, accepted]);
    expect(outcome.events[0]?.data).toMatchObject({ accepted: 2, acceptedTotal: 70, refusedTotal: 50 });
    expect(readBalance(ledger.state, { account: office, tranche: 1 }).free).toBe(999_930);
    recount(ledger.state);
  });
});

describe("the bytes of a batch", () => {
  it("come back as they were given", () => {
    const { body } = makeBatch(dues);
    expect(findBatchHead(body.subarray(0, 64))).toMatchObject({
      payer: office,
      fund: 1,
      tranche: 1,
      total: 10,
      mode: 0,
    });
    expect([...readLines(body.subarray(64))]).toMatchObject(dues);
  });

  it("mean the same wherever in memory they stand", () => {
    const ledger = testScene();
    const batch = makeBatch(dues);
    propose(ledger, [batch]);
    const shifted = new Uint8Array(batch.body.length + 1);
    shifted.set(batch.body, 1);
    expect(ledger.runBatch(operator, shifted.subarray(1)).code).toBe("ok");
  });
});
