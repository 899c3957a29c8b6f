import { concat, viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { u32 } from "@mingbai/codec/u64";
import { orderedStore } from "@mingbai/ledger/container/ordered-containers";
import { rosterTable } from "@mingbai/ledger/genesis/rosters";
import { executedTable } from "@mingbai/ledger/replay/executed";
import { windowTable } from "@mingbai/ledger/replay/window";
import type { State } from "@mingbai/ledger/state/state";
import { sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { noteTable } from "@mingbai/testkit/sample-domain/notes";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { decodeMarks, encodeMarks, readSnapshot, saveSnapshot } from "../chain/chain-snapshot.ts";
import { LedgerChain } from "../chain/ledger-chain.ts";
import type { ReplicaMarks } from "../chain/replica.ts";
import { followSnapshots } from "../snapshots/snapshot-store.ts";
import { PortableSnapshots } from "./portable-snapshots.ts";
import { findRestored, RestoreChain } from "./restore-chain.ts";
import {
  chainOptions,
  check,
  nowMs,
  orderAt,
  piecesOf,
  provenHeight,
  testFolder,
  testHeights,
  testLedger,
} from "./test-ledger.ts";

const noHash = new Uint8Array(32);

async function restore(pieces: readonly Uint8Array[], appHash: Uint8Array, disk = simulatedDisk({ seed: 9 })) {
  const restoring = await RestoreChain.begin({ chain: chainOptions(disk), check, now: () => nowMs });
  for (const piece of pieces) await restoring.push(piece);
  return restoring.finish({ height: provenHeight, appHash });
}

/** What a liar offers: the same ledger with another state or other marks behind roots that fit them. */
async function forged(change: (state: State) => void, marksOf = (marks: ReplicaMarks) => marks) {
  const { disk, chain, appHashes } = await testLedger();
  const store = followSnapshots({ disk, folder: `${testFolder}/snapshots` });
  const [height = 0] = await store.heights();
  const { blockNumber, originSequence, marks, stores } = await readSnapshot(await store.open(height));
  const state = sceneRegistry.createState();
  state.load(stores);
  change(state);
  const sealed = state.seal();
  const fitting = marksOf({ ...marks, pendingRoot: { fromHeight: height, root: sealed.root } });
  await saveSnapshot({
    disk,
    folder: testFolder,
    blockNumber,
    originSequence,
    sealed: { state: sealed, marks: fitting },
  });
  for (const path of disk.paths().filter((name) => name.includes("/portable/"))) disk.removeFile(path);
  const lying = {
    durableBlocks: chain.durableBlocks,
    readBody: chain.readBody.bind(chain),
    readBlock: async (number: number) => {
      const record = await chain.readBlock(number);
      return record.height < provenHeight ? record : { ...record, stateRoot: fitting.pendingRoot?.root ?? noHash };
    },
  };
  const snapshots = await PortableSnapshots.open({ disk, folder: testFolder, chain: lying, pieceBytes: 5_000 });
  await snapshots.refresh();
  return { pieces: await piecesOf(snapshots, provenHeight), appHash: appHashes.get(provenHeight) ?? noHash };
}

describe("a ledger restored from what another offers", () => {
  it("stands where the other stood, goes on like it, and opens again", async () => {
    const { chain, snapshots, appHashes } = await testLedger();
    expect(snapshots.list()).toMatchObject([{ height: provenHeight }]);
    const disk = simulatedDisk({ seed: 9 });
    const restored = await restore(
      await piecesOf(snapshots, provenHeight),
      appHashes.get(provenHeight) ?? noHash,
      disk,
    );
    const last = testHeights.at(-1) ?? 0;
    await orderAt(restored, last);
    expect(toHex(restored.head.appHash)).toBe(toHex(chain.head.appHash));
    expect(restored.originSequence).toBeGreaterThan(chain.originSequence);
    await restored.close();
    const again = await LedgerChain.open(chainOptions(disk));
    expect(toHex(again.head.appHash)).toBe(toHex(chain.head.appHash));
    expect(await findRestored({ disk, folder: testFolder })).toMatchObject({ height: provenHeight });
    for await (const { height } of again.blocksFromHeight(1)) expect(height).toBeGreaterThan(1_030);
  });

  it("comes in the same bytes from every member, however it was cut", async () => {
    const [first, second] = await Promise.all([testLedger(), testLedger({ seed: 2, pieceBytes: 777 })]);
    const bytes = [first, second].map(async ({ snapshots }) =>
      toHex(concat(...(await piecesOf(snapshots, provenHeight)))),
    );
    expect(await bytes[0]).toBe(await bytes[1]);
  });

  it("offers nothing before a later block has mixed in the root", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const chain = await LedgerChain.open(chainOptions(disk));
    const snapshots = await PortableSnapshots.open({ disk, folder: testFolder, chain, pieceBytes: 1_000 });
    for (const height of testHeights.filter((one) => one < provenHeight)) await orderAt(chain, height);
    await chain.snapshotsSettled();
    await snapshots.refresh();
    expect(snapshots.list()).toEqual([]);
    await orderAt(chain, provenHeight);
    await snapshots.refresh();
    expect(snapshots.list()).toMatchObject([{ height: provenHeight }]);
  });
});

describe("a liar's snapshot", () => {
  it("is taken where nothing was altered, so that the cases below are refused for what they alter", async () => {
    const { pieces, appHash } = await forged(() => undefined);
    expect((await restore(pieces, appHash)).head.height).toBe(provenHeight);
  });

  it.each<[string, (state: State) => void]>([
    ["a row altered", (state) => state.table(noteTable).set("k1", { text: "as it suits" })],
    ["a row more", (state) => state.table(noteTable).set("k2", { text: "never written" })],
    ["a row gone", (state) => state.table(noteTable).delete("k1")],
    ["a replay window emptied", (state) => emptied(state, windowTable)],
    ["executed transactions forgotten", (state) => emptied(state, executedTable)],
    ["rosters altered", (state) => state.table(rosterTable).set("7", { epoch: 7, fromHeight: 9_000, members: [] })],
    ["ordered containers forgotten", (state) => state.store(orderedStore).forgetBefore(9_000)],
    [
      "a container ordered that never was",
      (state) => state.store(orderedStore).add({ origin: 0, originSequence: 3, batchId: noHash, untilHeight: 2_000 }),
    ],
  ])("is refused with %s behind hashes that fit", async (_, change) => {
    const { pieces, appHash } = await forged(change);
    await expect(restore(pieces, appHash)).rejects.toThrow(SyntaxError);
  });

  it.each<[string, (marks: ReplicaMarks) => ReplicaMarks]>([
    ["a later height", (marks) => ({ ...marks, height: marks.height + 1 })],
    ["a later time", (marks) => ({ ...marks, timeMs: marks.timeMs + 100 })],
    ["another effects chain", (marks) => ({ ...marks, effects: noHash })],
    ["another log root", (marks) => ({ ...marks, logRoot: noHash })],
    [
      "another range",
      (marks) => ({ ...marks, range: { ...marks.range, hashes: marks.range.hashes.map(() => noHash) } }),
    ],
    ["another root to come", (marks) => ({ ...marks, pendingRoot: { fromHeight: marks.height, root: noHash } })],
    ["no root to come", (marks) => ({ ...marks, pendingRoot: undefined })],
  ])("is refused with %s in its marks", async (_, marksOf) => {
    const { snapshots, appHashes } = await testLedger();
    const whole = concat(...(await piecesOf(snapshots, provenHeight)));
    const length = viewOf(whole).getUint32(0, true);
    const marks = decodeMarks(whole.subarray(4, 4 + length));
    const changed = encodeMarks({ ...marks, marks: marksOf(marks.marks) });
    const pieces = [u32(changed.length), changed, whole.subarray(4 + length)];
    await expect(restore(pieces, appHashes.get(provenHeight) ?? noHash)).rejects.toThrow(SyntaxError);
  });

  it("is refused with any one byte flipped, cut short, or longer than it was", async () => {
    const { snapshots, appHashes } = await testLedger({ seed: 4 });
    const whole = concat(...(await piecesOf(snapshots, provenHeight)));
    const appHash = appHashes.get(provenHeight) ?? noHash;
    const marksBytes = 4 + viewOf(whole).getUint32(0, true);
    for (let at = marksBytes; at < whole.length; at += Math.floor(whole.length / 16)) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      await expect(restore([flipped], appHash), `byte ${at} of ${whole.length}`).rejects.toThrow();
    }
    await expect(restore([whole.subarray(0, -1)], appHash)).rejects.toThrow("too early");
    await expect(restore([whole, Uint8Array.of(0)], appHash)).rejects.toThrow("follows the end");
  });

  it("leaves nothing that a later start takes for a ledger", async () => {
    const { pieces, appHash } = await forged((state) => state.table(noteTable).delete("k1"));
    const disk = simulatedDisk({ seed: 9 });
    await expect(restore(pieces, appHash, disk)).rejects.toThrow("another app hash");
    expect(await findRestored({ disk, folder: testFolder })).toBeUndefined();
  });
});

function emptied(state: State, definition: typeof windowTable | typeof executedTable): void {
  const table = state.table<object>(definition);
  for (const [key] of table.entries()) table.delete(key);
}
