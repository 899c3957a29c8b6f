import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { stateRootEveryHeights } from "@mingbai/ledger/execute/app-hash";
import type { State } from "@mingbai/ledger/state/state";
import { noteTable } from "@mingbai/testkit/sample-domain/notes";
import { sampleEnvelopeBytes } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { findNewestSnapshot, saveSnapshot } from "./chain-snapshot.ts";
import { LedgerChain } from "./ledger-chain.ts";
import type { StoredContainer } from "./record-block.ts";
import { Replica, type ReplicaMarks } from "./replica.ts";

const folder = "ledger";
const sample = foundSample();
const segmentBytes = 64 * 1024;

function open(disk: SimulatedDisk) {
  return LedgerChain.open({ disk, folder, segmentBytes, replica: new Replica(sample.registry, sample.genesis) });
}

/** A container of one note. */
function noteContainer(sequence: number, timeMs: number): StoredContainer {
  const input = canonicalBytes({ key: `k${sequence}`, text: "as it was" });
  const body = sampleEnvelopeBytes(input, { chain: sample.chain, sequence, expiryMs: timeMs });
  const envelopes = findEnvelopes(containerKinds.inline, body) ?? [];
  const headerBytes = encodeContainerHeader({
    kind: containerKinds.inline,
    origin: 0,
    chainTag: sample.chain.slice(0, 8),
    originSequence: sequence,
    expiryHeight: 9_999,
    bodyBytes: body.length,
    units: 1,
    bodyRoot: bodyRoot(containerKinds.inline, body, envelopes),
  });
  const header = findContainerHeader(headerBytes);
  if (header === undefined) throw new Error("the header does not read back");
  const ordered = envelopes.map((envelope) => ({ ...envelope, linesRoot: new Uint8Array(32) }));
  return {
    header,
    headerBytes,
    batchId: batchId(headerBytes),
    envelopes: ordered,
    signature: new Uint8Array(64),
    body,
    groupRoots: new Uint8Array(),
  };
}

/** A ledger closed after a block whose state was sealed, a few heights above it, and its app hash. */
async function sealedLedger() {
  const disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder(folder);
  const chain = await open(disk);
  for (const [at, height] of [1, stateRootEveryHeights, stateRootEveryHeights + 3].entries()) {
    const timeMs = sampleTimeMs + height;
    chain.append({ height, timeMs, containers: [noteContainer(at + 1, timeMs)] });
    await chain.commit();
  }
  await chain.close();
  return { disk, appHash: toHex(chain.head.appHash) };
}

/** Writes the newest snapshot again, its state and marks changed, its root made to fit whatever the state is now. */
async function rewrite(disk: SimulatedDisk, change: (state: State) => void, marksOf = (marks: ReplicaMarks) => marks) {
  const snapshot = await findNewestSnapshot({ disk, folder }, { first: 0, durable: 3 });
  if (snapshot?.marks.pendingRoot === undefined) throw new Error("no snapshot was written");
  const state = sample.registry.createState();
  state.load(snapshot.stores);
  change(state);
  const sealed = state.seal();
  const pendingRoot = { ...snapshot.marks.pendingRoot, root: sealed.root };
  const { blockNumber, originSequence } = snapshot;
  const marks = marksOf({ ...snapshot.marks, pendingRoot });
  await saveSnapshot({ disk, folder, blockNumber, originSequence, sealed: { state: sealed, marks } });
}

describe("a snapshot", () => {
  it("is read back and gone on from when it is what it was", async () => {
    const { disk, appHash } = await sealedLedger();
    await rewrite(disk, () => undefined);
    const chain = await open(disk);
    expect(toHex(chain.head.appHash)).toBe(appHash);
    expect(chain.state.table(noteTable).size).toBe(3);
    await chain.close();
  });

  it.each([
    ["a row altered", (state: State) => state.table(noteTable).set("k1", { text: "as it suits" })],
    ["a row more", (state: State) => state.table(noteTable).set("k9", { text: "never written" })],
    ["a row gone", (state: State) => state.table(noteTable).delete("k1")],
  ])("is refused with %s behind a root that fits it", async (_, change) => {
    const { disk } = await sealedLedger();
    await rewrite(disk, change);
    await expect(open(disk)).rejects.toThrow("not of the block in the log");
  });

  it.each([
    ["a later height", (marks: ReplicaMarks) => ({ ...marks, height: marks.height + 1 })],
    ["another time", (marks: ReplicaMarks) => ({ ...marks, timeMs: marks.timeMs - 1 })],
    ["another effects chain", (marks: ReplicaMarks) => ({ ...marks, effects: concat(marks.effects).fill(0, 0, 1) })],
    ["no root to come", (marks: ReplicaMarks) => ({ ...marks, pendingRoot: undefined })],
  ])("is refused with %s in its marks", async (_, marksOf) => {
    const { disk } = await sealedLedger();
    await rewrite(disk, () => undefined, marksOf);
    await expect(open(disk)).rejects.toThrow(SyntaxError);
  });
});
