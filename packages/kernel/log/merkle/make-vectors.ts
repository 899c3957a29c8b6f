import { toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { formatNote, type Note } from "@mingbai/ledger/proofs/note";
import { formatVkey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { cosign } from "./cosign.ts";
import { openTileLog } from "./open-tile-log.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";
import { memoryTileFiles } from "./tile-files.ts";
import type { TileLog } from "./tile-log.ts";
import { vectorKey } from "./vector-keys.ts";
import { formatWitnessRequest } from "./witness-request.ts";

export const vectorOrigin = "mingbai.example/vectors";
const cosignedSeconds = 1_767_225_600;

/** The one leaf of the vectors at an index: SHA-256 of the index as little-endian u32. */
export function vectorLeaf(index: number): Uint8Array<ArrayBuffer> {
  return sha256(u32(index));
}

/** A log of the vectors' leaves in memory, published at its size. */
export async function vectorLog(size: number): Promise<{ log: TileLog; files: Map<string, Uint8Array> }> {
  const files = memoryTileFiles();
  const log = await openTileLog({ files, size: 0, root: emptyRoot });
  for (let index = 0; index < size; index++) log.append(vectorLeaf(index));
  await log.publish();
  return { log, files: files.files };
}

export const logSigner = vectorKey(vectorOrigin, noteKeyTypes.ed25519);
export const cosigners = ["member-a.example", "member-b.example"].map((name) =>
  vectorKey(name, noteKeyTypes.cosignature),
);

/** The vectors' checkpoint of a log at a size, signed by the log and both cosigners. */
export async function vectorNote(log: TileLog, size: number): Promise<Note> {
  const note = await signCheckpoint({ origin: vectorOrigin, size, root: await log.rootAt(size) }, logSigner);
  const added = await Promise.all(
    cosigners.map((signer, place) => cosign(note.text, { ...signer, timeSeconds: cosignedSeconds + place })),
  );
  return { text: note.text, signatures: [...note.signatures, ...added] };
}

/** What docs/spec/vectors/checkpoints.json holds. */
export async function makeCheckpointVectors() {
  const { log } = await vectorLog(300);
  const note = await vectorNote(log, 300);
  const good = formatNote(note);
  const text = formatCheckpoint({ origin: vectorOrigin, size: 0, root: emptyRoot });
  return {
    keys: "seed = SHA-256('mingbai vector key ' | name)",
    logVkey: formatVkey(logSigner.key),
    cosignerVkeys: cosigners.map(({ key }) => formatVkey(key)),
    valid: [
      { name: "300 leaves, the log and two cosigners", note: good, size: 300, signers: 3 },
      {
        name: "an empty log",
        note: formatNote(await signCheckpoint({ origin: vectorOrigin, size: 0, root: emptyRoot }, logSigner)),
        size: 0,
        signers: 1,
      },
    ],
    invalid: [
      { name: "another size under the same signatures", note: good.replace("\n300\n", "\n301\n") },
      { name: "a leading zero", note: good.replace("\n300\n", "\n0300\n") },
      { name: "an extension line", note: good.replace("\n\n", "\nextension\n\n") },
      { name: "no signature", note: `${text}\n` },
      { name: "a carriage return", note: good.replace("\n", "\r\n") },
      { name: "no last newline", note: good.slice(0, -1) },
      {
        name: "a cosignature's time changed",
        note: formatNote({ ...note, signatures: note.signatures.map(laterByOne) }),
      },
    ],
  };
}

function laterByOne(signature: Note["signatures"][number], place: number): Note["signatures"][number] {
  if (place === 0) return signature;
  const changed = signature.signature.slice();
  changed[7] = (changed[7] ?? 0) ^ 1;
  return { ...signature, signature: changed };
}

/** What docs/spec/vectors/proofs.json holds. */
export async function makeProofVectors() {
  const { log } = await vectorLog(300);
  const size = 300;
  const note = await vectorNote(log, size);
  const proofAt = async (index: number) =>
    formatTlogProof({ extra: utf8("opaque"), index, proof: await log.proveInclusion({ index, size }), note });
  const good = await proofAt(257);
  return {
    leaves: "leaf i = SHA-256(u32 LE i)",
    roots: await Promise.all(
      [0, 1, 2, 3, 255, 256, 257, 300].map(async (count) => ({ size: count, root: toBase64(await log.rootAt(count)) })),
    ),
    inclusion: await Promise.all(
      [0, 255, 256, 299].map(async (index) => ({ leaf: toHex(vectorLeaf(index)), index, proof: await proofAt(index) })),
    ),
    refused: [
      { name: "another leaf", leaf: toHex(vectorLeaf(256)), proof: good, fault: "PROOF_NOT_INCLUDED" },
      {
        name: "another index",
        leaf: toHex(vectorLeaf(257)),
        proof: good.replace("index 257", "index 256"),
        fault: "PROOF_NOT_INCLUDED",
      },
      {
        name: "another origin",
        leaf: toHex(vectorLeaf(257)),
        proof: good.replace(`\n${vectorOrigin}\n`, "\nother.example/log\n"),
        fault: "PROOF_OTHER_LOG",
      },
      {
        name: "one cosigner gone",
        leaf: toHex(vectorLeaf(257)),
        proof: good.split("\n").slice(0, -2).join("\n").concat("\n"),
        fault: "PROOF_TOO_FEW_COSIGNERS",
      },
      {
        name: "a wrong first line",
        leaf: toHex(vectorLeaf(257)),
        proof: good.replace("@v1", "@v2"),
        fault: "PROOF_MALFORMED",
      },
      {
        name: "another size",
        leaf: toHex(vectorLeaf(257)),
        proof: good.replace("\n300\n", "\n301\n"),
        fault: "PROOF_SIGNATURE_WRONG",
      },
    ],
    consistency: await Promise.all(
      [1, 128, 255, 256, 257, 300].map(async (from) => ({
        from,
        to: size,
        proof: (await log.proveConsistency({ from, to: size })).map(toBase64),
      })),
    ),
    witnessRequest: formatWitnessRequest({
      oldSize: 256,
      proof: await log.proveConsistency({ from: 256, to: size }),
      note,
    }),
  };
}
