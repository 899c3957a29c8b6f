import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { lineBytes, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import type { Payment } from "@mingbai/tabular/payments/payment";
import { LinesContent } from "@mingbai/treasury/vault-content";
import { describe, expect, it } from "vitest";
import { deriveImporter } from "./importer-keys.ts";
import { completeBatch, makeLines } from "./make-batches.ts";
import { planFile } from "./plan-file.ts";

const importer = deriveImporter(new Uint8Array(32).fill(7));
const file = "ab".repeat(32);

function payment(amount: number, more: Partial<Payment> = {}): Payment {
  const texts = {
    body: "City",
    area: "Housing",
    category: "Grants",
    categoryCode: "D1",
    reference: "46_1",
    kind: "Revenue",
  };
  const names = { supplierId: "7", supplierName: "ACME LTD", description: 'a "quoted" 房屋 text' };
  const party = { nature: "organisation", reason: "" } as const;
  return { line: 2, ...texts, ...names, date: "2015-04-07", amount, party, ...more };
}

function plan(payments: Payment[], paidBefore: ReadonlyMap<string, number> = new Map()) {
  return planFile({ file, importer, payments, paidBefore });
}

describe("a batch", () => {
  const [parcel] = plan([payment(105_411), payment(5)]).parcels;
  if (parcel === undefined) throw new Error("no parcel");
  const place = { fund: 1, tranche: 1 };
  const [lines] = makeLines(importer, parcel);
  if (lines === undefined) throw new Error("no batch");
  const batch = completeBatch(lines, parcel, place);
  const said = LinesContent.parse(findCanonical(batch.content)).lines;

  it("commits to the canonical texts of each line", () => {
    said.forEach((texts, index) => {
      const line = batch.body.subarray(paymentHeadBytes + index * lineBytes);
      const expected = sha256(contextBytes.commitment, fromHex(texts.salt ?? ""), canonicalBytes(texts)).subarray(
        0,
        16,
      );
      expect(toHex(line.subarray(16, 32))).toBe(toHex(expected));
    });
    expect(said[0]).toMatchObject({
      reference: "46_1",
      purpose: 'a "quoted" 房屋 text · Grants (D1) · Revenue',
    });
  });

  it("makes the same bytes again, and other salts for every line", () => {
    const again = makeLines(importer, parcel).map((made) => completeBatch(made, parcel, place));
    expect(again).toEqual([batch]);
    expect(said[0]?.salt).not.toBe(said[1]?.salt);
  });
});

describe("planFile", () => {
  it("ties a return to what its supplier had from that fund by that day, or names it a receipt for earlier periods", () => {
    const rows = [
      payment(-100, { date: "2015-04-01" }),
      payment(500, { date: "2015-04-02" }),
      payment(-400, { date: "2015-04-03" }),
      payment(-200, { date: "2015-04-04" }),
      payment(-50, { date: "2015-04-04", area: "Leisure" }),
    ];
    const { returns, paid } = plan(rows);
    expect(returns.map(({ kind }) => kind)).toEqual([
      "priorPeriodReceipt",
      "supplierReturn",
      "priorPeriodReceipt",
      "priorPeriodReceipt",
    ]);
    const later = plan([payment(-100, { date: "2015-05-01" })], paid);
    expect(later.returns[0]?.kind).toBe("supplierReturn");
  });

  it("has one account for all redacted names, and one for a supplier however it is spelt", () => {
    const redacted = {
      supplierName: "many, unknown",
      supplierId: "",
      party: { nature: "redacted", reason: "" },
    } as const;
    const { accounts, parcels, zeroRows } = plan([
      payment(1),
      payment(1, { supplierName: "Acme  Ltd" }),
      payment(1, redacted),
      payment(1, { ...redacted, area: "Leisure" }),
      payment(0),
    ]);
    expect(accounts.map(({ kind }) => kind)).toEqual(["office", "supplier", "many"]);
    expect(parcels.map(({ total }) => total)).toEqual([3, 1]);
    expect(zeroRows).toBe(1);
  });

  it("cuts a parcel before its deposit passes what one bank line may carry", () => {
    const { parcels } = plan([payment(2 ** 40 - 1), payment(1), payment(2 ** 40 - 2)]);
    expect(parcels.map(({ total }) => total)).toEqual([2 ** 40 - 1, 2 ** 40 - 1]);
  });
});
