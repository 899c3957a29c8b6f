import { sha256 } from "@mingbai/codec/sha256";
import { piecesOf, provenHeight, testLedger } from "@mingbai/log/portable/test-ledger";
import { describe, expect, it } from "vitest";
import { digestBytes, OfferedSnapshots, snapshotFormat } from "./offered-snapshots.ts";

const { snapshots } = await testLedger();
const [piece] = await piecesOf(snapshots, provenHeight);

describe("the snapshots that an engine offers", () => {
  it("bear its own heights, and the digest of each piece", async () => {
    const offered = new OfferedSnapshots(snapshots, 1_000);
    const [only, ...others] = offered.list();
    expect(only).toMatchObject({ height: provenHeight - 1_000, format: snapshotFormat });
    expect(others).toEqual([]);
    const read = await offered.loadChunk({ height: provenHeight - 1_000, format: snapshotFormat, chunk: 0 });
    expect(read).toEqual(piece);
    expect(only?.metadata.subarray(0, digestBytes)).toEqual(sha256(piece ?? new Uint8Array()));
  });

  it.each([provenHeight, provenHeight + 5_000])(
    "are none that were proved before the network began at height %i",
    (eraBase) => {
      expect(new OfferedSnapshots(snapshots, eraBase).list()).toEqual([]);
    },
  );
});
