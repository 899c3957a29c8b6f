import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { RestoreChain } from "@mingbai/log/portable/restore-chain";
import {
  chainOptions,
  check,
  nowMs,
  orderAt,
  piecesOf,
  provenHeight,
  testLedger,
} from "@mingbai/log/portable/test-ledger";
import { deepCount } from "@mingbai/testkit/deep";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import { describe, expect, it } from "vitest";
import { completeHistory, followChain, HistoryRefused } from "./complete-history.ts";
import type { HistoryPlace } from "./history-frames.ts";
import { HistoryPeers } from "./history-peers.ts";
import { readHistory } from "./read-history.ts";

const { chain: source, snapshots, appHashes } = await testLedger({ pieceBytes: 10_000 });
const until = { height: provenHeight, appHash: appHashes.get(provenHeight) ?? new Uint8Array(32) };
const ledger = {
  keptBlocksFrom: (height: number) => source.keptBlocksFrom(height),
  readBody: source.readBody.bind(source),
};

function emptyChain(seed = 7): Promise<LedgerChain> {
  return LedgerChain.open(chainOptions(simulatedDisk({ seed })));
}

/** Answers with so many bytes at once, changed by the test. */
function answering(bytesMax: number, change = (bytes: Uint8Array) => bytes) {
  let request = 0;
  return async (from: HistoryPlace) => {
    const { bytes, next } = await readHistory(ledger, { from, bytesMax });
    if (bytes.length === 0) throw new Error("nobody has more");
    return { request: request++, member: 2, next, bytes: change(bytes) };
  };
}

/** The history on this disk, of which several blocks come and are made durable at once. */
async function completed(disk: SimulatedDisk): Promise<LedgerChain> {
  const chain = await LedgerChain.open(chainOptions(disk));
  await completeHistory({ chain, until, check, fetch: answering(5_000_000) });
  return chain;
}

describe("the history of a ledger", () => {
  it.each([17, 500, 1_000_000])(
    "is completed from other members, %i bytes at a time, and goes on",
    async (bytesMax) => {
      const chain = await emptyChain();
      const heights: number[] = [];
      await completeHistory({ chain, until, check, fetch: answering(bytesMax), onProgress: (at) => heights.push(at) });
      expect(toHex(chain.head.appHash)).toBe(toHex(until.appHash));
      expect(heights.at(-1)).toBe(provenHeight);
      await followChain(chain, { from: source, check });
      expect(toHex(chain.head.appHash)).toBe(toHex(source.head.appHash));
      expect(chain.durableBlocks).toBe(source.durableBlocks);
    },
  );

  it("asks for nothing where it is complete", async () => {
    const chain = await emptyChain();
    await followChain(chain, { from: source, check });
    const fetch = () => Promise.reject(new Error("asked"));
    await expect(completeHistory({ chain, until, check, fetch })).resolves.toBeUndefined();
  });

  it("follows a ledger restored from a snapshot, once it has come as far", async () => {
    const restoring = await RestoreChain.begin({
      chain: chainOptions(simulatedDisk({ seed: 8 })),
      check,
      now: () => nowMs,
    });
    for (const piece of await piecesOf(snapshots, provenHeight)) await restoring.push(piece);
    const restored = await restoring.finish(until);
    await orderAt(restored, 1_100);
    const chain = await emptyChain();
    await completeHistory({ chain, until, check, fetch: answering(5_000) });
    await followChain(chain, { from: restored, check });
    expect(toHex(chain.head.appHash)).toBe(toHex(restored.head.appHash));
  });

  it("goes on after a crash anywhere, whatever it left", async () => {
    const calm = simulatedDisk({ seed: 7 });
    await (await completed(calm)).close();
    const last = calm.trace.length;
    const stride = Math.ceil(last / deepCount(14, last));
    for (let operation = 1; operation <= last; operation += stride) {
      const image = crashImages[operation % crashImages.length] ?? { kind: "lost" };
      const disk = simulatedDisk({ seed: operation, faults: { crashAt: { operation, when: "before" } } });
      await completed(disk).catch(() => undefined);
      const chain = await completed(disk.crash(image));
      expect(toHex(chain.head.appHash), `crash at ${operation} of ${last}`).toBe(toHex(until.appHash));
      await chain.close();
    }
  });

  it("has the bodies of many blocks on the disk before any of the blocks: a start finds none without", async () => {
    const disk = simulatedDisk({ seed: 7 });
    await (await completed(disk)).close();
    let unsynced = 0;
    let blocks = 0;
    for (const line of disk.trace) {
      if (/^write .*\/bodies\//.test(line)) unsynced++;
      if (/^sync .*\/bodies\//.test(line)) unsynced = 0;
      if (/^write .*\/blocks\//.test(line)) expect({ line, unsynced, nth: blocks++ }).toMatchObject({ unsynced: 0 });
    }
    expect(blocks).toBeGreaterThan(1);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ["another time of a block", (bytes) => flipped(bytes, 8)],
    ["another height of a block", (bytes) => flipped(bytes, 0)],
    ["a header that nobody signed", (bytes) => flipped(bytes, 20 + 30)],
    ["another body", (bytes) => flipped(bytes, 20 + 160 + 70)],
    ["a block without its containers", (bytes) => concat(bytes.subarray(0, 16), new Uint8Array(4))],
  ])("is refused with %s", async (_, change) => {
    const chain = await emptyChain();
    let isFirst = true;
    const fetch = answering(1_000_000, (bytes) => {
      const given = isFirst ? change(bytes) : bytes;
      isFirst = false;
      return given;
    });
    await expect(completeHistory({ chain, until, check, fetch })).rejects.toThrow(HistoryRefused);
  });

  it("is refused where it is right and leads to another app hash than was decided", async () => {
    const chain = await emptyChain();
    const other = { height: provenHeight, appHash: new Uint8Array(32) };
    await expect(completeHistory({ chain, until: other, check, fetch: answering(9_999) })).rejects.toThrow("member 2");
  });
});

describe("nodes that ask each other for history", () => {
  it("get it from one that has all; one that does not answer, or has not all, is passed over", async () => {
    const network = new SimulatedNetwork({ seed: 3 });
    const nodes = [0, 1, 2, 9].map((number) => {
      const { links, clock } = network.start(number);
      const peers = new HistoryPeers({
        links,
        clock,
        ledger: number === 2 ? ledger : { ...ledger, keptBlocksFrom: async function* () {} },
        members: () => [0, 1, 2].filter((member) => member !== number),
        onFailure: (error) => {
          throw error;
        },
      });
      // Member 1 hears nothing.
      links.onFrame((from, frame) => void (number !== 1 && peers.take(from, frame)));
      return peers;
    });
    const asking = nodes[3]?.fetch({ height: 1, offset: 0 }, { attempt: 0, signal: new AbortController().signal });
    let isDone = false;
    asking?.finally(() => {
      isDone = true;
    });
    while (!isDone) await network.clock.run({ untilMs: network.clock.now() + 10_000, isDone: () => isDone });
    expect(await asking).toMatchObject({ member: 2 });
  });
});

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
}
