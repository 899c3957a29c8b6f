import { commitmentOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { findBatchHead, readLines } from "@mingbai/treasury/batch/read-batch";
import { ListBatch, ListContent, ListPart } from "@mingbai/treasury/content";
import { linesPerBatchMax } from "@mingbai/treasury/schema";
import { describe, expect, it } from "vitest";
import { checkList } from "./check-list.ts";
import type { MadeBatch, SaltedContent } from "./make-batch.ts";
import { cutBatches, type PreparedList, prepareList } from "./prepare-list.ts";
import { randomRows } from "./test-rows.ts";

const place = { manifest: "c1".repeat(32), payer: "00000000000000aa", fund: 1, tranche: 3 };

describe("a list made into batches", () => {
  const seed = runSeed();

  it(`loses nothing, pays nobody twice, and its totals agree (seed ${seed})`, () => {
    const source = random(seed);
    for (let round = 0; round < deepCount(20, 500); round++) {
      const read = randomRows(source, 1 + source.below(400));
      const { good, bad, pay, held, read: all } = checkList(read);
      expect([...good, ...bad.map(({ row }) => row)].map(({ line }) => line).sort((a, b) => a - b)).toEqual(
        read.map(({ line }) => line),
      );
      expect(pay.count + held.count).toBe(all.count);
      expect(pay.amount + held.amount).toBe(all.amount);
      expect(new Set(good.map(({ payee, purpose }) => `${payee} ${purpose}`)).size).toBe(good.length);
      if (good.length === 0) continue;
      const prepared = prepareList({ name: "冬季取暖", place, rows: good });
      expect(prepared.proposal).toMatchObject({ total: pay.amount, count: pay.count });
      expect(paidBy(prepared)).toEqual(good.map(({ payee, amount }) => `${payee} ${amount}`).sort());
    }
  });

  it("names every text behind the list's digest, each line's in its place", () => {
    const { good } = checkList(randomRows(random(7), 3_000));
    const prepared = prepareList({ name: "冬季取暖", place, rows: good });
    const kept = new Map([prepared.content, ...prepared.batches.flatMap(({ contents }) => contents)].map(checked));
    const list = ListContent.parse(kept.get(prepared.proposal.listDigest));
    expect(list.batches.map(({ digest }) => digest)).toEqual(prepared.proposal.batches);
    const said = list.batches.flatMap(({ texts }) =>
      ListBatch.parse(kept.get(texts)).parts.flatMap((part) => ListPart.parse(kept.get(part)).lines),
    );
    expect(said.map(({ reference }) => reference)).toEqual(
      cutBatches(good)
        .flat()
        .map(({ reference }) => reference),
    );
  });

  it("cuts at 8,192 lines and keeps the two ways of paying apart", () => {
    const row = { line: 1, payee: "00000000000000bb", amount: 5, name: "卢桂枝", reference: "", purpose: "" };
    const rows = [
      ...Array.from({ length: linesPerBatchMax + 1 }, () => ({ ...row, bankAccount: "" })),
      { ...row, bankAccount: "62170001" },
    ];
    expect(cutBatches(rows).map((some) => some.length)).toEqual([linesPerBatchMax, 1, 1]);
    const modes = cutBatches(rows).map((some) => headOf(prepareList({ name: "", place, rows: some }).batches[0])?.mode);
    expect(modes).toEqual([0, 0, 1]);
  });
});

function checked({ commitment, salt, content }: SaltedContent) {
  expect(toHex(commitmentOf({ salt: fromHex(salt), content }))).toBe(commitment);
  return [commitment, content] as const;
}

function headOf(batch: MadeBatch | undefined) {
  return batch && findBatchHead(batch.body.subarray(0, 64));
}

/** Who is paid what by the bytes themselves, which must be those that the manifest lists. */
function paidBy({ batches, proposal }: PreparedList): string[] {
  return batches
    .flatMap(({ body, digest, total }) => {
      const payments = findPaymentBody(body);
      if (payments === undefined) throw new Error("not a payments body");
      expect(toHex(paymentBodyHash(payments))).toBe(digest);
      expect(proposal.batches).toContain(digest);
      expect(findBatchHead(payments.head)).toMatchObject({ payer: place.payer, fund: 1, tranche: 3, total });
      return [...readLines(payments.lines)].map(({ payee, amount }) => `${payee} ${amount}`);
    })
    .sort();
}
