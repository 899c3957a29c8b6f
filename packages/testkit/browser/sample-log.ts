import { toBase64 } from "@mingbai/codec/base64";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { schemes } from "@mingbai/crypto/scheme";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { encodeLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { commandBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeHeader, signedBytes, transactionId, transactionKinds } from "@mingbai/ledger/transaction/header";
import { cosign } from "@mingbai/log/merkle/cosignature";
import { leafHash, nodeHash } from "@mingbai/log/merkle/hash";
import { formatNote, type Note } from "@mingbai/log/merkle/note";
import { formatVkey, type NoteKey, noteKeyTypes } from "@mingbai/log/merkle/note-key";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import { formatTlogProof } from "@mingbai/log/merkle/tlog-proof";
import { formatReceipt, formatReceiptProof, type Receipt } from "@mingbai/sdk/receipt";

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

/** A command as somebody signed it, with its identity. */
export interface SampleTransaction {
  readonly id: string;
  readonly header: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The header and identity of `command` with these fields; `sequence` keeps equal ones apart. */
export function sampleTransaction(command: string, fields: CanonicalObject, sequence: number): SampleTransaction {
  const body = canonicalBytes(fields);
  const header = encodeHeader({
    scheme: schemes.ed25519,
    lane: 0,
    kind: transactionKinds.command,
    bodyBytes: body.length,
    units: 1,
    keyId: "00000000000000a1",
    sequence,
    expiryMs: 1_800_000_000_000,
    chain: sha256(seedOf(9)),
    publicKey: person.publicKey,
    after: zero,
    command,
    bodyHash: commandBodyHash(body),
  });
  return { id: toHex(transactionId(header)), header, body };
}

async function checkpointOf(root: Uint8Array, timeMs: number): Promise<Note> {
  const note = await signCheckpoint({ origin, size: 2, root }, log);
  const timeSeconds = Math.floor(timeMs / 1000);
  const signed = await Promise.all(cosigners.map((cosigner) => cosign(note.text, { ...cosigner, timeSeconds })));
  return { ...note, signatures: [...note.signatures, ...signed] };
}

/** A genuine receipt of a sample transaction in a log of two entries, as JSON and as `.tlog-proof`. */
export async function sampleReceipt(
  transaction: SampleTransaction,
  at: { readonly height: number; readonly timeMs: number },
): Promise<{ readonly text: string; readonly tlogProof: string; readonly checkpoint: string }> {
  const leaf = encodeLeaf({
    kind: leafKinds.command,
    result: 0,
    height: at.height,
    timeMs: at.timeMs,
    index: 0,
    units: 1,
    id: transactionId(transaction.header),
    batchId: sha256(transaction.body),
    linesRoot: zero,
    resultsRoot: zero,
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
    leaf: toBase64(leaf),
    proof: formatTlogProof({ extra: undefined, index: 0, proof: [neighbour], note }),
  };
  return { text: formatReceipt(receipt), tlogProof: formatReceiptProof(receipt), checkpoint: formatNote(note) };
}
