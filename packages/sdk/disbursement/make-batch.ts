import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf, commitmentSaltBytes } from "@mingbai/codec/commitment";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes, shortDigestBytes } from "@mingbai/treasury/batch/layout";
import { partBytesMax } from "@mingbai/treasury/content";
import type { ListRow } from "./list-row.ts";

/** Where the money of a list comes from. `manifest`: 32 random bytes in hexadecimal, chosen by who proposes. */
export interface ListPlace {
  readonly manifest: string;
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
}

/** A content with the salt of its commitment, all in hexadecimal. */
export interface SaltedContent {
  readonly commitment: string;
  readonly salt: string;
  readonly content: CanonicalObject;
}

/** A batch ready to be listed in a manifest, signed and sent, with the contents that hold its lines' texts. */
export interface MadeBatch {
  /** Body hash, as the manifest lists it. */
  readonly digest: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly total: number;
  readonly rows: readonly ListRow[];
  /** Commitment of the content that names the parts. */
  readonly texts: string;
  readonly contents: readonly SaltedContent[];
}

/** Random bytes; `crypto.getRandomValues` gives at most 65,536 at a time. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

const atOnceBytesMax = 65_536;

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += atOnceBytesMax) crypto.getRandomValues(bytes.subarray(at, at + atOnceBytesMax));
  return bytes;
}

const noDestination = new Uint8Array(shortDigestBytes);

/**
 * One batch of 1 to 8,192 rows, which are all paid in one way: by the bank where the first has a bank account, into
 * accounts on the ledger otherwise. Salts and secrets are drawn anew: two batches of the same rows differ.
 */
export function makeBatch(place: ListPlace, rows: readonly ListRow[], random: RandomBytes = randomBytes): MadeBatch {
  const drawn = random(rows.length * 2 * shortDigestBytes);
  const texts: SpeltTexts[] = [];
  const lines = rows.map((row, index) => {
    const salt = drawn.subarray(2 * index * shortDigestBytes, (2 * index + 1) * shortDigestBytes);
    const secret = drawn.subarray((2 * index + 1) * shortDigestBytes, (2 * index + 2) * shortDigestBytes);
    const content = textsOf(row, toHex(salt));
    const spelt = canonicalBytes(content);
    texts.push({ content, bytes: spelt.length });
    return {
      payee: row.payee,
      amount: row.amount,
      reference: shortOf(salt, spelt),
      destination: destinationOf(row, salt),
      secret,
    };
  });
  const mode = rows[0]?.bankAccount ? batchModes.directCredit : batchModes.toAccounts;
  const { manifest, ...from } = place;
  const body = encodeBatch({ ...from, mode, manifest: fromHex(manifest) }, lines);
  const parts = partsOf(texts).map((part) => salted({ kind: "listPart", lines: part }, random));
  const all = salted({ kind: "listBatch", parts: parts.map(({ commitment }) => commitment) }, random);
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  return { digest: digestOf(body), body, total, rows, texts: all.commitment, contents: [...parts, all] };
}

/** A content under a fresh salt. */
export function salted(content: CanonicalObject, random: RandomBytes = randomBytes): SaltedContent {
  const salt = random(commitmentSaltBytes);
  return { commitment: toHex(commitmentOf({ salt, content })), salt: toHex(salt), content };
}

function textsOf({ name, reference, purpose, bankAccount }: ListRow, salt: string): CanonicalObject {
  return { name, reference, purpose, salt, ...(bankAccount === "" ? {} : { bankAccount }) };
}

/** First 16 bytes of SHA-256(context ‖ salt ‖ texts in canonical JSON), as a receipt opens it. */
function shortOf(salt: Uint8Array, spelt: Uint8Array): Uint8Array {
  return sha256(contextBytes.commitment, salt, spelt).subarray(0, shortDigestBytes);
}

function destinationOf({ bankAccount }: ListRow, salt: Uint8Array): Uint8Array {
  return bankAccount === "" ? noDestination : shortOf(salt, canonicalBytes({ bankAccount }));
}

function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}

/** A line's texts, and how many bytes they have in canonical JSON. */
interface SpeltTexts {
  readonly content: CanonicalObject;
  readonly bytes: number;
}

/** Lines one after another in as few parts as their bytes allow. */
function partsOf(texts: readonly SpeltTexts[]): CanonicalObject[][] {
  const parts: CanonicalObject[][] = [];
  let room = 0;
  for (const { content, bytes } of texts) {
    if (bytes >= room) {
      parts.push([]);
      room = partBytesMax;
    }
    parts.at(-1)?.push(content);
    // With the comma before the next.
    room -= bytes + 1;
  }
  return parts;
}
