import { encodeCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { addAmounts } from "@mingbai/codec/money";
import { sha256 } from "@mingbai/codec/sha256";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { type BatchLine, type BatchMode, batchModes, shortDigestBytes } from "@mingbai/treasury/batch/layout";
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

const noDestination = new Uint8Array(shortDigestBytes);

/**
 * One batch of 1 to 8,192 rows, which are all paid in one way: by the bank where the first has a bank account, into
 * accounts on the ledger otherwise; and the contents that hold its lines' texts. Salts and secrets are drawn anew: two batches of
 * the same rows differ.
 */
export function makeBatch(
  place: ListPlace,
  rows: readonly ListRow[],
  random: RandomBytes = randomBytes,
): MadeBatch & { contents: readonly SaltedContent[] } {
  const drawn = random(rows.length * 2 * shortDigestBytes);
  const draw = (number: number) => drawn.subarray(number * shortDigestBytes, (number + 1) * shortDigestBytes);
  const parts = new PartWriter();
  const lines: BatchLine[] = [];
  let total = 0;
  let mode: BatchMode = batchModes.toAccounts;
  for (const row of rows) {
    const salt = draw(2 * lines.length);
    const { payee, amount, bankAccount } = row;
    if (bankAccount !== "") mode = batchModes.directCredit;
    const destination = bankAccount === "" ? noDestination : shortOf(salt, encodeCanonical({ bankAccount }));
    const texts = spellTexts(row, toHex(salt));
    parts.add(texts);
    lines.push({ payee, amount, reference: shortOf(salt, texts), destination, secret: draw(2 * lines.length + 1) });
    total = addAmounts(total, amount);
  }
  const { manifest, ...from } = place;
  const body = encodeBatch({ ...from, mode, manifest: fromHex(manifest) }, lines);
  const kept = parts.done().map((bytes) => saltedBytes(bytes, random));
  const all = salted({ kind: "listBatch", parts: kept.map(({ commitment }) => commitment) }, random);
  return { digest: digestOf(body), body, total, texts: all.commitment, contents: [...kept, all] };
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
const encoder = new TextEncoder();

/** First 16 bytes of SHA-256(context ‖ salt ‖ texts in canonical JSON), as a receipt opens it. */
function shortOf(salt: Uint8Array, spelt: string): Uint8Array {
  hashed.set(salt, saltAt);
  const { read, written } = encoder.encodeInto(spelt, hashed.subarray(saltAt + shortDigestBytes));
  if (read < spelt.length) throw new RangeError(`the texts of a line take more than ${lineTextsBytesMax} bytes`);
  return sha256(hashed.subarray(0, saltAt + shortDigestBytes + written)).subarray(0, shortDigestBytes);
}

function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}
