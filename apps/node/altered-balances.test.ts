import { viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { appHash } from "@mingbai/ledger/execute/app-hash";
import { rosterHashInForce } from "@mingbai/ledger/genesis/rosters";
import { findNewestSnapshot, saveSnapshot } from "@mingbai/log/chain/chain-snapshot";
import { Replica, type ReplicaMarks } from "@mingbai/log/chain/replica";
import { emptyRange, rangeRoot } from "@mingbai/log/merkle/compact-range";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { firstDeposit, testScene } from "@mingbai/treasury/testing/test-scene";
import { describe, expect, it } from "vitest";
import { demoGenesis } from "./demo/found-demo.ts";
import { deriveNodeKeys } from "./keys/node-keys.ts";
import { registry } from "./registry.ts";

const height = 1_024;
const money = "treasury.money";
const moreMoney = 500;
const hash = (value: number) => new Uint8Array(32).fill(value);

type Stores = readonly { name: string; chunks: readonly Uint8Array[] }[];

/** What an honest snapshot of a small treasury says. */
function treasurySnapshot(): { marks: ReplicaMarks; stores: Stores } {
  const { state } = testScene();
  const sealed = state.seal();
  const range = emptyRange();
  const parts = { logSize: 0, logRoot: rangeRoot(range), effects: hash(1), stateRoot: hash(2) };
  const rosterHash = rosterHashInForce(state, height);
  const head = { height, timeMs: 1, ...parts, appHash: appHash({ lastHeight: height, ...parts, rosterHash }) };
  const stores = sealed.stores.map(({ name, chunks }) => ({ name, chunks: chunks.map(({ bytes }) => bytes) }));
  return {
    marks: { ...head, range, pendingRoot: { fromHeight: height, root: sealed.root }, effectiveHeight: height },
    stores,
  };
}

/** Every double in the store that is the first deposit becomes a larger one: balance and totals agree again. */
function withMoreMoney(stores: Stores): { stores: Stores; changed: number } {
  let changed = 0;
  const raise = (bytes: Uint8Array): Uint8Array => {
    const copy = bytes.slice();
    for (let at = 0; at + 8 <= copy.length; at += 8) {
      if (viewOf(copy).getFloat64(at, true) !== firstDeposit) continue;
      viewOf(copy).setFloat64(at, firstDeposit + moreMoney, true);
      changed++;
    }
    return copy;
  };
  const altered = stores.map((store) => (store.name === money ? { ...store, chunks: store.chunks.map(raise) } : store));
  return { stores: altered, changed };
}

async function newReplica(): Promise<Replica> {
  const keys = await deriveNodeKeys(hash(7));
  return new Replica(registry, demoGenesis({ timeMs: 0, keys, origin: "http://localhost" }));
}

/** Writes a snapshot file around these stores, every checksum right, and reads it back. */
async function throughTheDisk({ marks, stores }: { marks: ReplicaMarks; stores: Stores }) {
  const disk = simulatedDisk({ seed: 1 });
  const sealed = stores.map(({ name, chunks }) => ({ name, chunks: chunks.map((bytes) => ({ bytes, hash: bytes })) }));
  const state = { root: hash(0), stores: sealed };
  await saveSnapshot({ disk, folder: "l", blockNumber: 5, originSequence: 3, sealed: { marks, state } });
  const read = await findNewestSnapshot({ disk, folder: "l" }, { first: 0, durable: 6 });
  if (read === undefined) throw new Error("the snapshot was not found");
  return read;
}

describe("a snapshot", () => {
  it("becomes the state again where nothing was altered", async () => {
    const replica = await newReplica();
    const { marks, stores } = await throughTheDisk(treasurySnapshot());
    replica.restore(marks, stores);
    expect(toHex(replica.state.seal().root)).toBe(toHex(marks.pendingRoot?.root ?? hash(0)));
  });

  it("is refused where balances were altered behind right checksums, digest and sums", async () => {
    const honest = treasurySnapshot();
    const { stores, changed } = withMoreMoney(honest.stores);
    expect(changed).toBe(2);
    const altered = await throughTheDisk({ marks: honest.marks, stores });
    const replica = await newReplica();
    expect(() => replica.restore(altered.marks, altered.stores)).toThrow("does not have the root that it names");
    expect(toHex(replica.head.appHash)).not.toBe(toHex(altered.marks.appHash));
  });
});
