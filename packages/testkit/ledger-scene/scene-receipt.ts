import { toBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { encodeLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import { leafHash } from "@mingbai/ledger/proofs/hash";
import { memberCosignKey, memberLogKey } from "@mingbai/ledger/proofs/member-keys";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { cosign } from "@mingbai/log/merkle/cosign";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import { sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { sceneChain } from "./scene-genesis.ts";
import { type SceneNode, sceneRosterOf } from "./scene-nodes.ts";
import { type SceneEpochs, sceneRosterNotes } from "./scene-roster-notes.ts";

const origin = `mingbai.example/${toHex(sceneChain.subarray(0, 8))}`;
const zeros = new Uint8Array(32);
const size = 1;

/** The verifier keys of the first members' organisations. */
export function sceneOrganisationKeys([first]: SceneEpochs): string[] {
  return sceneRosterOf(first?.nodes ?? []).members.map((member) => formatVkey(organisationNoteKey(origin, member)));
}

/** The verifier key of the log itself, as the first node in force at a height signs for it. */
export function sceneLogKey(epochs: SceneEpochs, height: number): string {
  const [member] = rosterAt(epochs, height).members;
  if (member === undefined) throw new RangeError("no member");
  return formatVkey(memberLogKey(origin, member));
}

/**
 * The receipt of a command in a log of one leaf, at this height and with this result, that all members in force have cosigned;
 * with the notes of all rosters up to that height.
 */
export async function sceneReceipt(
  { bytes, id }: SignedTransaction,
  { epochs, height, result = 0 }: { epochs: SceneEpochs; height: number; result?: number },
): Promise<string> {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new RangeError(envelope);
  const leaf = encodeLeaf({
    kind: leafKinds.command,
    result,
    height,
    timeMs: sampleTimeMs,
    index: 0,
    units: 1,
    id,
    batchId: leafHash(id),
    linesRoot: zeros,
    resultsRoot: zeros,
    eventsRoot: zeros,
    rosterHash: rosterHash(rosterAt(epochs, height)),
  });
  const receipt = {
    format: "mingbai/receipt/1",
    header: toBase64(envelope.headerBytes),
    signature: toBase64(envelope.signature),
    body: toBase64(envelope.body),
    leaf: toBase64(leaf),
    rosters: await sceneRosterNotes(
      epochs.filter(({ fromHeight }) => fromHeight <= height),
      { origin, chain: sceneChain },
    ),
    proof: formatTlogProof({ extra: undefined, index: 0, proof: [], note: await checkpointOf(leaf, epochs, height) }),
  };
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

async function checkpointOf(leaf: Uint8Array, epochs: SceneEpochs, height: number) {
  const { members } = rosterAt(epochs, height);
  const nodes = epochs.findLast(({ fromHeight }) => fromHeight <= height)?.nodes ?? [];
  const [[member], [node]] = [members, nodes];
  if (member === undefined || node === undefined) throw new RangeError("no member");
  const checkpoint = { origin, size, root: leafHash(leaf) };
  const note = await signCheckpoint(checkpoint, { key: memberLogKey(origin, member), sign: signerOf(node.log) });
  const timeSeconds = Math.floor(sampleTimeMs / 1_000);
  const cosigned = nodes.map((one, number) => {
    const key = memberCosignKey(origin, members[number] ?? member);
    return cosign(note.text, { key, sign: signerOf(one.cosign), timeSeconds });
  });
  return { ...note, signatures: [...note.signatures, ...(await Promise.all(cosigned))] };
}

function rosterAt(epochs: SceneEpochs, height: number): Roster {
  const epoch = epochs.findLastIndex(({ fromHeight }) => fromHeight <= height);
  return sceneRosterOf(epochs[epoch]?.nodes ?? [], { epoch });
}

function signerOf({ sign }: SceneNode["log"]) {
  return async (message: Uint8Array) => Uint8Array.from(await sign({ message, id: zeros }));
}
