import { toHex } from "@mingbai/codec/hex";
import { stateRootEveryHeights, stateRootLagHeights } from "@mingbai/ledger/execute/app-hash";
import type { OrderedEnvelope } from "@mingbai/ledger/execute/block";
import { sampleCommand } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { Replica } from "./replica.ts";

const sample = foundSample();
const hash = new Uint8Array(32);
const header = { kind: 1, origin: 0, expiryHeight: 9, bodyBytes: 0, units: 1 } as const;

/** A replica to which blocks of one note, or of nothing, are applied at given heights. */
function newReplica() {
  const replica = new Replica(sample.registry, sample.genesis);
  const apply = (height: number, envelopes: readonly OrderedEnvelope[]) => {
    const named = { ...header, originSequence: height, chainTag: hash.slice(0, 8), bodyRoot: hash };
    const container = { header: named, batchId: hash, envelopes };
    const containers = envelopes.length > 0 ? [container] : [];
    return replica.apply({ height, timeMs: sampleTimeMs + height, containers });
  };
  let sequence = 0;
  return {
    replica,
    note: (height: number) => {
      sequence++;
      const given = { chain: sample.chain, sequence, expiryMs: sampleTimeMs + height };
      return apply(height, [sampleCommand({ key: `k${sequence}`, text: "x" }, given)]);
    },
    nothing: (height: number) => apply(height, []),
  };
}

/** The last digit of a text, or the last byte of other bytes, is another: the form stays right. */
function altered(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const at = text.startsWith("[[") ? bytes.findLastIndex((byte) => byte >= 0x30 && byte <= 0x38) : bytes.length - 1;
  return bytes.with(at, (bytes[at] ?? 0) + 1);
}

describe("a replica", () => {
  it("is changed by an empty block in height and time only", () => {
    const { replica, note, nothing } = newReplica();
    note(1);
    const { height: _height, timeMs: _timeMs, ...before } = replica.head;
    const { head, sealed } = nothing(stateRootEveryHeights + 5);
    expect(head).toMatchObject({ height: stateRootEveryHeights + 5, ...before });
    expect(sealed).toBeUndefined();
    expect(() => note(stateRootEveryHeights + 5)).toThrow("does not follow");
  });

  it("comes to the same app hash with empty blocks between and without", () => {
    const quiet = newReplica();
    const chatty = newReplica();
    const every = stateRootEveryHeights;
    for (const height of [
      1,
      9,
      every + 3,
      every + 3 + stateRootLagHeights,
      2 * every + 700,
      3 * every,
      4 * every - 1,
    ]) {
      for (let empty = chatty.replica.head.height + 1; empty < height; empty += 100) chatty.nothing(empty);
      const one = quiet.note(height);
      const other = chatty.note(height);
      expect(toHex(other.head.appHash)).toBe(toHex(one.head.appHash));
      expect(other.sealed === undefined).toBe(one.sealed === undefined);
    }
    expect(toHex(chatty.replica.head.stateRoot)).toBe(toHex(quiet.replica.head.stateRoot));
  });

  it("mixes a full state root in with the first block at least 64 heights after it was taken", () => {
    const { replica, note } = newReplica();
    const founding = toHex(replica.head.stateRoot);
    const { sealed } = note(stateRootEveryHeights);
    const root = toHex(sealed?.state.root ?? hash);
    expect(toHex(note(stateRootEveryHeights + stateRootLagHeights - 1).head.stateRoot)).toBe(founding);
    expect(toHex(note(stateRootEveryHeights + stateRootLagHeights).head.stateRoot)).toBe(root);
  });

  it("goes on from what it sealed as if it had never stopped", () => {
    const { replica, note } = newReplica();
    const { sealed } = note(stateRootEveryHeights);
    if (sealed === undefined) throw new Error("no state was sealed");
    const stores = sealed.state.stores.map(({ name, chunks }) => ({ name, chunks: chunks.map(({ bytes }) => bytes) }));
    const again = new Replica(sample.registry, sample.genesis);
    again.restore(sealed.marks, stores);
    expect(again.marks).toEqual(sealed.marks);
    expect(again.head).toEqual(replica.head);
    const { pendingRoot, ...marks } = sealed.marks;
    const told = [
      { ...marks, pendingRoot: undefined },
      { ...marks, pendingRoot: pendingRoot && { ...pendingRoot, root: hash } },
      { ...marks, pendingRoot, effects: hash },
      { ...marks, pendingRoot, stateRoot: hash },
      { ...marks, pendingRoot, height: marks.height + 1 },
      { ...marks, pendingRoot, effectiveHeight: marks.height - 1 },
    ];
    for (const lie of told) {
      expect(() => new Replica(sample.registry, sample.genesis).restore(lie, stores)).toThrow(SyntaxError);
    }
  });

  it.each(["ledger.ordered", "ledger.windows", "ledger.executed", "ledger.rosters"])(
    "does not go on from a state whose %s is another",
    (name) => {
      const { note } = newReplica();
      const { sealed } = note(stateRootEveryHeights);
      if (sealed === undefined) throw new Error("no state was sealed");
      const without = sealed.state.stores.map((store) => ({
        name: store.name,
        chunks: store.chunks.map(({ bytes }) => (store.name === name && bytes.length > 2 ? altered(bytes) : bytes)),
      }));
      expect(() => new Replica(sample.registry, sample.genesis).restore(sealed.marks, without)).toThrow(SyntaxError);
    },
  );
});
