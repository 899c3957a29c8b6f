import { findCanonical } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { findBatchHead, readLines } from "@mingbai/treasury/batch/read-batch";
import { ListBatch, ListContent, ListPart, listTextCharsMax } from "@mingbai/treasury/content";
import { linesPerBatchMax } from "@mingbai/treasury/schema";
import { describe, expect, it } from "vitest";
import { checkList } from "./check-list.ts";
import type { TextSink } from "./keep-texts.ts";
import type { MadeBatch } from "./make-batch.ts";
import { cutBatches, type PreparedList, prepareList } from "./prepare-list.ts";
import type { SaltedContent } from "./salted-content.ts";
import { randomRows } from "./test-rows.ts";

const place = { manifest: "c1".repeat(32), payer: "00000000000000aa", fund: 1, tranche: 3 };

const noTexts: TextSink = { add: async () => undefined, done: async () => undefined };

describe("a list made into batches", () => {
  const seed = runSeed();

  it(`loses nothing, pays nobody twice, and its totals agree (seed ${seed})`, async () => {
    const source = random(seed);
    for (let round = 0; round < deepCount(20, 500); round++) {
      const read = randomRows(source, 1 + source.below(400));
      const { good, bad, pay, held, read: all } = checkList(read);
      expect([...good, ...bad.map(({ row }) => row)].map(({ line }) => line).sort((a, b) => a - b)).toEqual(
        read.map(({ line }) => line),
      );
      expect(pay.count + held.count).toBe(all.count);
      expect(pay.amount + held.amount).toBe(all.amount);
      expect(new Set([...good].map(({ payee, purpose }) => `${payee} ${purpose}`)).size).toBe(good.length);
      if (good.length === 0) continue;
      const prepared = await prepareList({ name: "冬季取暖", place, rows: good }, noTexts);
      expect(prepared.proposal).toMatchObject({ total: pay.amount, count: pay.count });
      expect(paidBy(prepared)).toEqual([...good].map(({ payee, amount }) => `${payee} ${amount}`).sort());
    }
  });

  it("names every text behind the list's digest, each line's in its place", async () => {
    const { good } = checkList(randomRows(random(7), 3_000));
    const contents: SaltedContent[] = [];
    const texts: TextSink = { add: async (some) => void contents.push(...some), done: async () => undefined };
    const prepared = await prepareList({ name: "冬季取暖", place, rows: good }, texts);
    const kept = new Map(contents.map(checked));
    const list = ListContent.parse(kept.get(prepared.proposal.listDigest));
    expect(list.batches.map(({ digest }) => digest)).toEqual(prepared.proposal.batches);
    const said = list.batches.flatMap(({ texts }) =>
      ListBatch.parse(kept.get(texts)).parts.flatMap((part) => ListPart.parse(kept.get(part)).lines),
    );
    expect(said.map(({ reference }) => reference)).toEqual(
      [...cutBatches(good)].flatMap(({ rows }) => rows.map(({ reference }) => reference)),
    );
  });

  it("spells the longest texts that the checks let through", async () => {
    const long = "\u0001".repeat(listTextCharsMax);
    const texts = {
      name: long,
      reference: "\u{1f9fe}".repeat(listTextCharsMax / 2),
      purpose: '"'.repeat(listTextCharsMax),
    };
    const row = { line: 1, payee: "00000000000000bb", amount: 5, bankAccount: "6".repeat(34), ...texts };
    const contents: SaltedContent[] = [];
    const sink: TextSink = { add: async (some) => void contents.push(...some), done: async () => undefined };
    await prepareList({ name: "", place, rows: [row] }, sink);
    const [part] = contents.map(checked);
    expect(ListPart.parse(part?.[1]).lines).toMatchObject([{ ...texts, bankAccount: row.bankAccount }]);
  });

  it("cuts at 8,192 lines and keeps the two ways of paying apart", async () => {
    const row = { line: 1, payee: "00000000000000bb", amount: 5, name: "卢桂枝", reference: "", purpose: "" };
    const rows = [
      ...Array.from({ length: linesPerBatchMax + 1 }, () => ({ ...row, bankAccount: "" })),
      { ...row, bankAccount: "62170001" },
    ];
    expect(Array.from(cutBatches(rows), (cut) => cut.rows.length)).toEqual([linesPerBatchMax, 1, 1]);
    const prepared = await prepareList({ name: "", place, rows }, noTexts);
    expect(prepared.batches.map((batch) => headOf(batch)?.mode)).toEqual([0, 0, 1]);
  });
});

/** What is sent is canonical JSON under its commitment. */
function checked({ commitment, salt, bytes }: SaltedContent) {
  expect(toHex(commitmentOfBytes({ salt, bytes }))).toBe(commitment);
  return [commitment, findCanonical(bytes)] as const;
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
