import { toBase64 } from "@mingbai/codec/base64";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { resultPath, resultRecords, resultsRoot } from "@mingbai/codec/line-tree/results";
import { sha256 } from "@mingbai/codec/sha256";
import { schemes } from "@mingbai/crypto/scheme";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { encodeLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { leafHash, nodeHash } from "@mingbai/ledger/proofs/hash";
import { formatNote, type Note } from "@mingbai/ledger/proofs/note";
import { formatVkey, type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { commandBodyHash, findPaymentBody, lineBytes, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import {
  encodeHeader,
  signedBytes,
  type TransactionHeader,
  transactionId,
  transactionKinds,
} from "@mingbai/ledger/transaction/header";
import { cosign } from "@mingbai/log/merkle/cosign";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import { formatReceipt, formatReceiptProof, type Receipt } from "@mingbai/sdk/receipt";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes, shortDigestBytes } from "@mingbai/treasury/batch/layout";
import { payBatchName } from "@mingbai/treasury/schema";

const origin = "linxi.example/ledger";
const zero = new Uint8Array(32);
const seedOf = (n: number) => new Uint8Array(32).fill(n);
const person = generateSigner("ed25519", seedOf(1));

function noteSigner(name: string, n: number, type: NoteKey["type"]) {
  const signer = generateSigner("ed25519", seedOf(n));
  const key: NoteKey = { name, type, publicKey: signer.publicKey };
  return { key, sign: (message: Uint8Array) => signer.sign({ message, id: zero }) };
}

const log = noteSigner(origin, 2, noteKeyTypes.ed25519);
const cosigners = ["linxi.example/audit", "linxi.example/bank", "linxi.example/data-centre"].map((name, index) =>
  noteSigner(name, 3 + index, noteKeyTypes.cosignature),
);

/** The sample log's verifier keys, as a node would publish them. */
export const sampleVerifierKeys: readonly string[] = [log, ...cosigners].map(({ key }) => formatVkey(key));

/** What somebody signed, with its identity; `lines` is there for a batch of payments. */
export interface SampleTransaction {
  readonly id: string;
  readonly header: Uint8Array<ArrayBuffer>;
  /** Canonical JSON of a command, or the head of a batch. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly lines?: Uint8Array<ArrayBuffer>;
}

function headerOf(
  given: Pick<TransactionHeader, "kind" | "bodyBytes" | "units" | "sequence" | "command" | "bodyHash">,
) {
  return encodeHeader({
    ...given,
    scheme: schemes.ed25519,
    lane: 0,
    keyId: "00000000000000a1",
    expiryMs: 1_800_000_000_000,
    chain: sha256(seedOf(9)),
    publicKey: person.publicKey,
    after: zero,
  });
}

/** The header and identity of `command` with these fields; `sequence` keeps equal ones apart. */
export function sampleTransaction(command: string, fields: CanonicalObject, sequence: number): SampleTransaction {
  const body = canonicalBytes(fields);
  const header = headerOf({
    kind: transactionKinds.command,
    bodyBytes: body.length,
    units: 1,
    sequence,
    command,
    bodyHash: commandBodyHash(body),
  });
  return { id: toHex(transactionId(header)), header, body };
}

/** A batch that pays these payees out of one fund, amounts in minor units. */
export function sampleBatch(
  { payer, fund, lines }: { payer: string; fund: number; lines: readonly { payee: string; amount: number }[] },
  sequence: number,
): SampleTransaction {
  const short = new Uint8Array(shortDigestBytes);
  const head = { payer, fund, tranche: 1, mode: batchModes.toAccounts, manifest: seedOf(6) };
  const body = encodeBatch(
    head,
    lines.map((line) => ({ ...line, reference: short, destination: short, secret: short })),
  );
  const payments = findPaymentBody(body);
  if (!payments) throw new RangeError("a batch has 1 to 8,192 lines");
  const header = headerOf({
    kind: transactionKinds.payments,
    bodyBytes: body.length,
    units: payments.count,
    sequence,
    command: payBatchName,
    bodyHash: paymentBodyHash(payments),
  });
  return {
    id: toHex(transactionId(header)),
    header,
    body: Uint8Array.from(payments.head),
    lines: Uint8Array.from(payments.lines),
  };
}

/** One line with the paths that tie it, and that it was accepted, to the leaf. */
function receiptLine(lines: Uint8Array, index: number): NonNullable<Receipt["line"]> {
  const { record, path } = resultPath(resultRecords(lines.length / lineBytes), index);
  return {
    index,
    record: toBase64(lines.subarray(index * lineBytes, (index + 1) * lineBytes)),
    path: linePath(lines, index).map(toBase64),
    results: toBase64(record),
    resultsPath: path.map(toBase64),
  };
}

async function checkpointOf(root: Uint8Array, timeMs: number): Promise<Note> {
  const note = await signCheckpoint({ origin, size: 2, root }, log);
  const timeSeconds = Math.floor(timeMs / 1000);
  const signed = await Promise.all(cosigners.map((cosigner) => cosign(note.text, { ...cosigner, timeSeconds })));
  return { ...note, signatures: [...note.signatures, ...signed] };
}

/** A genuine receipt of a sample transaction, or a line of it, in a log of two entries, as JSON and as `.tlog-proof`. */
export async function sampleReceipt(
  transaction: SampleTransaction,
  at: { readonly height: number; readonly timeMs: number; readonly line?: number | undefined },
): Promise<{ readonly text: string; readonly tlogProof: string; readonly checkpoint: string }> {
  const { lines } = transaction;
  const units = lines === undefined ? 1 : lines.length / lineBytes;
  const leaf = encodeLeaf({
    kind: lines === undefined ? leafKinds.command : leafKinds.payments,
    result: 0,
    height: at.height,
    timeMs: at.timeMs,
    index: 0,
    units,
    id: transactionId(transaction.header),
    batchId: sha256(transaction.body),
    linesRoot: lines === undefined ? zero : linesRoot(lines),
    resultsRoot: lines === undefined ? zero : resultsRoot(units),
    eventsRoot: sha256(transaction.header),
    rosterHash: sha256(seedOf(8)),
  });
  const neighbour = leafHash(seedOf(7));
  const note = await checkpointOf(nodeHash(leafHash(leaf), neighbour), at.timeMs);
  const signature = await person.sign({ message: signedBytes(transaction.header), id: zero });
  const receipt: Receipt = {
    format: "mingbai/receipt/1",
    header: toBase64(transaction.header),
    signature: toBase64(signature),
    body: toBase64(transaction.body),
    ...(lines === undefined || at.line === undefined ? {} : { line: receiptLine(lines, at.line) }),
    leaf: toBase64(leaf),
    proof: formatTlogProof({ extra: undefined, index: 0, proof: [neighbour], note }),
  };
  return { text: formatReceipt(receipt), tlogProof: formatReceiptProof(receipt), checkpoint: formatNote(note) };
}
