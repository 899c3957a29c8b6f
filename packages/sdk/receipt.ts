import { toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import { rostersMax } from "@mingbai/ledger/proofs/follow-rosters";
import { noteCharsMax } from "@mingbai/ledger/proofs/note";
import { findTlogProof, formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { z } from "zod";

const Base64 = z.base64();

/** One line of a batch with the paths that tie it, and its result, to the leaf. */
export const ReceiptLine = z.object({
  index: z.int().nonnegative(),
  /** The 64-byte line. */
  record: Base64,
  path: z.array(Base64).max(13),
  /** The 64-byte record of results that holds this line's, and its path. */
  results: Base64,
  resultsPath: z.array(Base64).max(7),
});

/** What a receipt says, besides the proof that it stands in the log. */
export const ReceiptContent = z.object({
  format: z.literal("mingbai/receipt/1"),
  /** The 224 signed bytes. Absent for what nobody signed: a deadline. */
  header: Base64.optional(),
  signature: Base64.optional(),
  /** Canonical JSON of a command, or the 64-byte head of a batch. Absent where the holder may not see it. */
  body: Base64.optional(),
  line: ReceiptLine.optional(),
  /** The 224 bytes that stand in the Merkle log. */
  leaf: Base64,
  /** Notes of the rosters from the first epoch to the leaf's: whose keys may sign for the log, said by its organisations. */
  rosters: z.array(z.string().max(noteCharsMax)).max(rostersMax).optional(),
});
export type ReceiptContent = z.infer<typeof ReceiptContent>;

/** A receipt as it is given away: its content, and the C2SP `.tlog-proof` of the leaf. */
export const Receipt = ReceiptContent.extend({ proof: z.string().max(64 * 1024) });
export type Receipt = z.infer<typeof Receipt>;

export const receiptCharsMax = 1024 * 1024;

/** The receipt as JSON, for people and programs. */
export function formatReceipt(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/** The same receipt as a `.tlog-proof` whose extra data is the content. */
export function formatReceiptProof({ proof, ...content }: Receipt): string {
  const parts = findTlogProof(proof);
  if (parts === undefined) throw new RangeError("the receipt's proof cannot be read");
  return formatTlogProof({ ...parts, extra: utf8(JSON.stringify(content)) });
}

/** The receipt in this text, JSON or `.tlog-proof`, or undefined where it is neither. Nothing is verified yet. */
export function findReceipt(text: string): Receipt | undefined {
  if (text.length > receiptCharsMax) return undefined;
  return text.trimStart().startsWith("{") ? findJsonReceipt(text) : findProofReceipt(text);
}

function findJsonReceipt(text: string): Receipt | undefined {
  const read = Receipt.safeParse(findJson(text));
  return read.success ? read.data : undefined;
}

function findProofReceipt(text: string): Receipt | undefined {
  const parts = findTlogProof(text);
  if (parts?.extra === undefined) return undefined;
  const content = ReceiptContent.safeParse(findJson(new TextDecoder().decode(parts.extra)));
  if (!content.success) return undefined;
  return { ...content.data, proof: formatTlogProof({ ...parts, extra: undefined }) };
}

/** How bytes are written in a receipt. */
export function receiptField(bytes: Uint8Array): string {
  return toBase64(bytes);
}
