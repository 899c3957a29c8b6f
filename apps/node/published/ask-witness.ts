import { findDecimal } from "@mingbai/ledger/proofs/decimal";
import { findNote, findSignatures, type Note, type NoteSignature } from "@mingbai/ledger/proofs/note";
import { findVkey, type NoteKey, noteKeyId, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { formatWitnessRequest } from "@mingbai/log/merkle/witness-request";

/** A witness that this node asks: where it answers, and the key that its cosignatures must verify under. */
export interface WitnessAddress {
  readonly url: string;
  readonly key: NoteKey;
}

export const witnessWaitMsMax = 2_000;
export const witnessAnswerBytesMax = 16 * 1024;

interface Question {
  readonly witness: WitnessAddress;
  /** The checkpoint's note, with the log's own signature. */
  readonly text: string;
  readonly size: number;
  /** Size that this witness is believed to have cosigned last. */
  readonly from: number;
  readonly proveConsistency: (sizes: { from: number; to: number }) => Promise<readonly Uint8Array[]>;
  readonly send?: typeof fetch;
  readonly signal?: AbortSignal;
}

/**
 * The witnesses in `MINGBAI_WITNESSES`: `VKEY,URL` each, with white space between. Throws an Error that says which one
 * cannot be read.
 */
export function readWitnesses(text: string | undefined): WitnessAddress[] {
  return (text ?? "").split(/\s+/).filter(Boolean).map(readWitness);
}

function readWitness(entry: string): WitnessAddress {
  const [, vkey, url] = /^(.+),(https?:\/\/[^,]+)$/.exec(entry) ?? [];
  const key = vkey === undefined ? undefined : findVkey(vkey);
  if (url === undefined || key?.type !== noteKeyTypes.cosignature) {
    throw new Error(`MINGBAI_WITNESSES: "${entry}" is not VKEY,URL with the key that mingbai witness prints`);
  }
  return { url: url.replace(/\/$/, ""), key };
}

/**
 * Asks for a cosignature by C2SP tlog-witness. Where the witness has another size in mind it is asked once more from
 * there. Throws an Error where it gives none, gives a wrong one, or takes over `witnessWaitMsMax`.
 */
export async function askWitness(question: Question): Promise<NoteSignature> {
  const note = findNote(question.text);
  if (note === undefined) throw new RangeError("not a signed checkpoint");
  const first = await post(question, note, question.from);
  const answer = first.status === 409 ? await post(question, note, sizeIn(first.body, question.size)) : first;
  if (answer.status !== 200) throw new Error(`${question.witness.key.name}: ${answer.status} ${answer.body.trim()}`);
  return cosignatureIn(answer.body, note, question.witness.key);
}

async function post(question: Question, note: Note, from: number): Promise<{ status: number; body: string }> {
  const { witness, size, proveConsistency, send = fetch, signal } = question;
  const proof = await proveConsistency({ from, to: size });
  const timeout = AbortSignal.timeout(witnessWaitMsMax);
  const response = await send(`${witness.url}/add-checkpoint`, {
    method: "POST",
    body: formatWitnessRequest({ oldSize: from, proof, note }),
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  });
  return { status: response.status, body: await readBounded(response) };
}

/** A witness is a stranger: it may not fill our memory. */
async function readBounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > witnessAnswerBytesMax) throw new Error("the witness answers with too many bytes");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function sizeIn(body: string, size: number): number {
  const known = findDecimal(body.trimEnd());
  if (known === undefined) throw new Error("the witness does not say which size it has cosigned");
  if (known <= size) return known;
  throw new Error(`the witness has cosigned ${known} leaves, and this log has ${size}: history is missing here`);
}

function cosignatureIn(body: string, note: Note, key: NoteKey): NoteSignature {
  const signatures = findSignatures(body.trimEnd().split("\n")) ?? [];
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === noteKeyId(key));
  const verified = findVerified({ ...note, signatures: own }, { keys: [key], verify: verifyEd25519 });
  const [signature] = own;
  if (signature === undefined || verified?.length !== 1) throw new Error(`${key.name}: not a cosignature of its key`);
  return signature;
}
