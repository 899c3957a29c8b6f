import { fromHex } from "@mingbai/codec/hex";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { findPaymentBody, paymentBodyHash, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import type { Payment } from "@mingbai/tabular/payments/payment";
import { encodeBatch, encodeBatchHead } from "@mingbai/treasury/batch/encode-batch";
import { type BatchHead, batchModes, shortDigestBytes } from "@mingbai/treasury/batch/layout";
import { linesPerBatchMax } from "@mingbai/treasury/schema";
import type { ImporterNames } from "./importer-keys.ts";
import type { FullParcel, Parcel } from "./plan-file.ts";
import { type SaidLine, SaidLines } from "./said-lines.ts";

/** A batch whose head waits for the fund and the tranche, which only the ledger knows. */
export interface MadeLines {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Root over the lines. */
  readonly root: Uint8Array<ArrayBuffer>;
  readonly total: number;
  /** What the vault keeps of the lines, in canonical JSON. */
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A whole batch, ready to be signed. */
export interface MadeBatch {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly bodyHash: Uint8Array<ArrayBuffer>;
  readonly content: Uint8Array<ArrayBuffer>;
}

const bytesPerLine = 2 * shortDigestBytes;
const noDestination = new Uint8Array(shortDigestBytes);
const noPlace = { fund: 0, tranche: 0 };

/** A parcel's lines of direct credit, batch by batch. Same parcel: same bytes. */
export function makeLines(importer: ImporterNames, parcel: FullParcel): MadeLines[] {
  const stream = importer.stream(importer.name("lines", parcel.id), parcel.count * bytesPerLine);
  const spelt = Buffer.from(stream.buffer, stream.byteOffset, stream.length).toString("hex");
  const batches: MadeLines[] = [];
  for (let from = 0; from < parcel.count; from += linesPerBatchMax) {
    const said = new SaidLines();
    let total = 0;
    const lines = parcel.payments.slice(from, from + linesPerBatchMax).map(({ payment, payee }, index) => {
      const at = (from + index) * bytesPerLine;
      const salt = stream.subarray(at, at + shortDigestBytes);
      const reference = said.add(textsOf(payment, spelt.slice(2 * at, 2 * (at + shortDigestBytes))), salt);
      total += payment.amount;
      const secret = stream.subarray(at + shortDigestBytes, at + bytesPerLine);
      return { payee, amount: payment.amount, reference, destination: noDestination, secret };
    });
    const body = encodeBatch(headOf(parcel, noPlace), lines);
    batches.push({
      body,
      root: new Uint8Array(linesRoot(body.subarray(paymentHeadBytes))),
      total,
      content: said.end(),
    });
  }
  return batches;
}

/** Fills in the head. Same lines, same place: same bytes. */
export function completeBatch(made: MadeLines, parcel: Parcel, place: { fund: number; tranche: number }): MadeBatch {
  const { body, root, total, content } = made;
  body.set(encodeBatchHead({ ...headOf(parcel, place), total }));
  const found = findPaymentBody(body);
  if (found === undefined) throw new RangeError("not a payments body");
  return { body, bodyHash: paymentBodyHash(found, root), content };
}

function headOf({ id, fund }: Parcel, place: { fund: number; tranche: number }): Omit<BatchHead, "total"> {
  return { payer: fund.office, ...place, mode: batchModes.directCredit, manifest: fromHex(id) };
}

/** The texts of one row: its reference, what it was for, its day. The salt is hexadecimal. */
export function textsOf(payment: Payment, salt: string): SaidLine {
  const { description, category, categoryCode, kind, reference, date } = payment;
  const coded = categoryCode === "" ? category : `${category} (${categoryCode})`.trim();
  return {
    reference,
    purpose: joined(joined(description, coded), kind),
    paidOn: date,
    salt,
  };
}

function joined(before: string, after: string): string {
  return before === "" || after === "" ? before + after : `${before} · ${after}`;
}
