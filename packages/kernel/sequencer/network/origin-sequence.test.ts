import { utf8 } from "@mingbai/codec/bytes";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { OriginSequence, reservedNumbers } from "./origin-sequence.ts";

const path = "node/origin-sequence";

describe("numbers for a node's own containers", () => {
  it("rise without gaps while the node runs", async () => {
    const disk = simulatedDisk({ seed: 1 });
    await disk.makeFolder("node");
    const sequence = await OriginSequence.open({ disk, path, atLeast: 0 });
    const taken = [await sequence.take(3), await sequence.take(reservedNumbers), await sequence.take(1)];
    expect(taken).toEqual([0, 3, 3 + reservedNumbers]);
  });

  it("are never given twice, whatever a restart finds", async () => {
    const disk = simulatedDisk({ seed: 2 });
    await disk.makeFolder("node");
    let beyond = 0;
    for (const count of [1, 7, reservedNumbers + 5, 2]) {
      const sequence = await OriginSequence.open({ disk, path, atLeast: 0 });
      const first = await sequence.take(count);
      expect(first).toBeGreaterThanOrEqual(beyond);
      beyond = first + count;
    }
  });

  it.each(["", "-1", "12a", "99999999999999999"])("are not guessed from a damaged file: %j", async (text) => {
    const disk = simulatedDisk({ seed: 3 });
    await disk.makeFolder("node");
    await writeWholeFile(disk, path, utf8(text));
    await expect(OriginSequence.open({ disk, path, atLeast: 0 })).rejects.toThrow(SyntaxError);
  });
});
