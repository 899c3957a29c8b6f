import { viewOf } from "@mingbai/codec/bytes";
import { encodeCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { addAmounts } from "@mingbai/codec/money";
import { sha256 } from "@mingbai/codec/sha256";
import { findPaymentBody, lineBytes, paymentBodyHash, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import { encodeBatchHead, putPayment } from "@mingbai/treasury/batch/encode-batch";
import { batchModes, lineAt, shortDigestBytes } from "@mingbai/treasury/batch/layout";
import { lineTextsBytesMax, PartWriter } from "./list-parts.ts";
import type { ListRow } from "./list-row.ts";
import { type RandomBytes, randomBytes, type SaltedContent, salted, saltedBytes } from "./salted-content.ts";

/** Where the money of a list comes from. `manifest`: 32 random bytes in hexadecimal, chosen by who proposes. */
export interface ListPlace {
  readonly manifest: string;
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
}

/** A batch ready to be listed in a manifest, signed and sent. */
export interface MadeBatch {
  /** Body hash, as the manifest lists it. */
  readonly digest: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly total: number;
  /** Commitment of the content that names the parts. */
  readonly texts: string;
}

/**
 * One batch of 1 to 8,192 rows, which are all paid in one way: by the bank where the first has a bank account, into
 * accounts on the ledger otherwise; and the contents that hold its lines' texts. Salts and secrets are drawn anew: two batches of
 * the same rows differ.
 */
export function makeBatch(
  { manifest, ...from }: ListPlace,
  rows: readonly ListRow[],
  random: RandomBytes = randomBytes,
): MadeBatch & { contents: readonly SaltedContent[] } {
  const body = new Uint8Array(paymentHeadBytes + rows.length * lineBytes);
  const total = rows.reduce((sum, { amount }) => addAmounts(sum, amount), 0);
  const mode = rows[0]?.bankAccount ? batchModes.directCredit : batchModes.toAccounts;
  body.set(encodeBatchHead({ ...from, mode, total, manifest: fromHex(manifest) }));
  const parts = putLines(body, rows, random);
  const kept = parts.map((bytes) => saltedBytes(bytes, random));
  const all = salted({ kind: "listBatch", parts: kept.map(({ commitment }) => commitment) }, random);
  return { digest: digestOf(body), body, total, texts: all.commitment, contents: [...kept, all] };
}

/**
 * Writes the lines into a body, and their texts into parts. PERF: 1,000,000 lines a list; no object a line but its row and its
 * texts. Bench: disburse.million.
 */
function putLines(body: Uint8Array, rows: readonly ListRow[], random: RandomBytes): readonly Uint8Array[] {
  const parts = new PartWriter();
  const view = viewOf(body);
  const salts = random(rows.length * shortDigestBytes);
  const secrets = random(rows.length * shortDigestBytes);
  let at = paymentHeadBytes;
  for (const [line, row] of rows.entries()) {
    putPayment(view, at, row);
    const drawn = line * shortDigestBytes;
    hashed.set(salts.subarray(drawn, drawn + shortDigestBytes), saltAt);
    if (row.bankAccount !== "") {
      const account = textsBytes(encodeCanonical({ bankAccount: row.bankAccount }));
      putShort(body, at + lineAt.destination, account);
    }
    const texts = textsBytes(spellTexts(row, toHex(salts.subarray(drawn, drawn + shortDigestBytes))));
    putShort(body, at + lineAt.reference, texts);
    parts.add(hashed.subarray(textsAt, textsAt + texts));
    body.set(secrets.subarray(drawn, drawn + shortDigestBytes), at + lineAt.secret);
    at += lineBytes;
  }
  return parts.done();
}

/** A line's texts in canonical JSON: names in order. PERF: 1,000,000 a list. Bench: disburse.million. */
function spellTexts({ name, purpose, reference, bankAccount }: ListRow, salt: string): string {
  const account = bankAccount === "" ? "" : `"bankAccount":${encodeCanonical(bankAccount)},`;
  const words = `"name":${encodeCanonical(name)},"purpose":${encodeCanonical(purpose)}`;
  return `{${account}${words},"reference":${encodeCanonical(reference)},"salt":"${salt}"}`;
}

/** Context and salt of a commitment, and after them what is committed to. */
const hashed = new Uint8Array(contextBytes.commitment.length + shortDigestBytes + lineTextsBytesMax);
hashed.set(contextBytes.commitment);
const saltAt = contextBytes.commitment.length;
const textsAt = saltAt + shortDigestBytes;
const room = hashed.subarray(textsAt);
const encoder = new TextEncoder();

/** Puts texts where they are hashed, and tells how many bytes they have. */
function textsBytes(spelt: string): number {
  const { read, written } = encoder.encodeInto(spelt, room);
  if (read < spelt.length) throw new RangeError(`the texts of a line take more than ${lineTextsBytesMax} bytes`);
  return written;
}

/** First 16 bytes of SHA-256(context ‖ salt ‖ texts in canonical JSON), as a receipt opens it. */
function putShort(body: Uint8Array, at: number, texts: number): void {
  body.set(sha256(hashed.subarray(0, textsAt + texts)).subarray(0, shortDigestBytes), at);
}

function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}
