import { toHex } from "@mingbai/codec/hex";
import { emptyRoot, leafHash } from "@mingbai/ledger/proofs/hash";
import { verifyConsistency } from "@mingbai/ledger/proofs/verify-consistency";
import { verifyInclusion } from "@mingbai/ledger/proofs/verify-inclusion";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { appendLeaf, emptyRange, rangeRoot } from "./compact-range.ts";
import { findEntries, formatEntryBundle } from "./entry-bundle.ts";
import { openTileLog } from "./open-tile-log.ts";
import { memoryTileFiles } from "./tile-files.ts";
import { findTile, type Tile, tilePath } from "./tile-path.ts";

const source = random(runSeed());
const leaves = Array.from({ length: 66_000 }, (_, index) => Uint8Array.of(index, index >> 8, index >> 16, 7));
const roots = rootsOf(leaves);
const seed = `seed ${source.seed}`;

/** Roots at every size, by the compact range. */
function rootsOf(data: readonly Uint8Array[]): Uint8Array[] {
  let range = emptyRange();
  const all = [rangeRoot(range)];
  for (const leaf of data) {
    range = appendLeaf(range, leaf);
    all.push(rangeRoot(range));
  }
  return all;
}

const rootAt = (size: number): Uint8Array => roots[size] ?? new Uint8Array();
const leafAt = (index: number): Uint8Array => leaves[index] ?? new Uint8Array();

async function logOf(size: number, publishAt: readonly number[] = []) {
  const files = memoryTileFiles();
  const log = await openTileLog({ files, size: 0, root: emptyRoot });
  for (let index = 0; index < size; index++) {
    log.append(leafAt(index));
    if (publishAt.includes(index + 1)) await log.publish();
  }
  return { files, log, published: await log.publish() };
}

describe("a log in tiles", () => {
  it("proves leaves and growth at random places, from files and from memory", async () => {
    const { log, published } = await logOf(66_000, [1, 255, 256, 257, 40_000]);
    expect([published.size, toHex(published.root)]).toEqual([66_000, toHex(rootAt(66_000))]);
    for (let i = 0; i < 300; i++) {
      const size = 1 + source.below(66_000);
      const index = source.below(size);
      const proof = await log.proveInclusion({ index, size });
      expect(verifyInclusion({ leafHash: leafHash(leafAt(index)), index, size, proof, root: rootAt(size) }), seed).toBe(
        true,
      );
      const older = source.below(size + 1);
      const grown = await log.proveConsistency({ from: older, to: size });
      const [from, to] = [older, size].map((count) => ({ size: count, root: rootAt(count) }));
      expect(from && to && verifyConsistency({ from, to, proof: grown }), seed).toBe(true);
      expect(toHex(await log.rootAt(size)), seed).toBe(toHex(rootAt(size)));
      expect(toHex(rangeRoot(await log.rangeAt(size))), seed).toBe(toHex(rootAt(size)));
    }
    await expect(log.rootAt(66_001)).rejects.toThrow(RangeError);
  });

  it("proves leaves and growth at every size while it grows past two tiles", async () => {
    const log = await openTileLog({ files: memoryTileFiles(), size: 0, root: emptyRoot });
    for (let size = 1; size <= 600; size++) {
      log.append(leafAt(size - 1));
      expect(toHex(await log.rootAt(size))).toBe(toHex(rootAt(size)));
      const index = source.below(size);
      const proof = await log.proveInclusion({ index, size });
      expect(verifyInclusion({ leafHash: leafHash(leafAt(index)), index, size, proof, root: rootAt(size) }), seed).toBe(
        true,
      );
      const from = { size: index, root: rootAt(index) };
      const grown = await log.proveConsistency({ from: index, to: size });
      expect(verifyConsistency({ from, to: { size, root: rootAt(size) }, proof: grown }), seed).toBe(true);
    }
  });

  it("writes the tiles that the specification lists for 66,000 leaves and keeps no outgrown partial ones", async () => {
    const { files } = await logOf(66_000, [100, 300, 65_000]);
    const paths = [...files.files.keys()];
    expect(paths.filter((path) => path.startsWith("tile/0/") && !path.includes(".p/")).length).toBe(257);
    expect(paths.filter((path) => path.includes(".p/")).sort()).toEqual(
      ["tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1", "tile/entries/257.p/208"].sort(),
    );
    expect(files.files.get("tile/1/000")?.length).toBe(8192);
    const entries = findEntries(files.files.get("tile/entries/003") ?? new Uint8Array());
    expect(entries?.map(toHex)).toEqual(leaves.slice(768, 1024).map(toHex));
  });

  it.each([0, 1, 255, 256, 257, 511, 512, 600])(
    "opens again at %i, and the same leaves give the same files",
    async (size) => {
      const whole = await logOf(700, [100, 256, 257, 520]);
      const files = memoryTileFiles();
      for (const [path, bytes] of whole.files.files) files.files.set(path, bytes);
      const log = await openTileLog({ files, size, root: rootAt(size) });
      for (const path of files.files.keys()) expect(beyond(path, size), path).toBe(false);
      for (let index = size; index < 700; index++) log.append(leafAt(index));
      expect(toHex((await log.publish()).root)).toBe(toHex(rootAt(700)));
      const again = [...files.files].filter(([path]) => !path.includes(".p/"));
      expect(again.length).toBe(4);
      for (const [path, bytes] of again)
        expect(toHex(bytes), path).toBe(toHex(whole.files.files.get(path) ?? new Uint8Array()));
      expect(files.files.has("tile/0/002.p/188")).toBe(true);
    },
  );

  it("does not open over missing or altered tiles", async () => {
    const damage: ((files: Map<string, Uint8Array>) => void)[] = [
      (files) => files.delete("tile/0/001.p/44"),
      (files) => files.delete("tile/entries/001.p/44"),
      (files) => files.set("tile/0/001.p/44", new Uint8Array(44 * 32)),
      (files) => files.set("tile/0/001.p/44", new Uint8Array(3)),
      (files) => files.set("tile/1/000.p/1", new Uint8Array(32)),
      (files) => files.set("tile/entries/001.p/44", Uint8Array.of(0, 9, 1)),
    ];
    for (const spoil of damage) {
      const { files } = await logOf(300);
      spoil(files.files);
      await expect(openTileLog({ files, size: 300, root: rootAt(300) })).rejects.toThrow(SyntaxError);
    }
  });

  it("refuses two publishers at once and a leaf too long", async () => {
    const { log } = await logOf(3);
    const first = log.publish();
    await expect(log.publish()).rejects.toThrow(RangeError);
    await first;
    expect(() => log.append(new Uint8Array(65_536))).toThrow(RangeError);
  });
});

function beyond(path: string, size: number): boolean {
  const tile = findTile(path);
  if (tile === undefined) return true;
  return (tile.index * 256 + tile.width) * (tile.level === "entries" ? 1 : 256 ** tile.level) > size;
}

describe("a tile's path", () => {
  const cases: readonly (Tile & { path: string })[] = [
    { level: 0, index: 0, width: 256, path: "tile/0/000" },
    { level: 63, index: 1_234_067, width: 256, path: "tile/63/x001/x234/067" },
    { level: "entries", index: 1000, width: 17, path: "tile/entries/x001/000.p/17" },
  ];
  it.each(cases)("$path", ({ path, ...tile }) => {
    expect(tilePath(tile)).toBe(path);
    expect(findTile(path)).toEqual(tile);
  });

  it.each([
    "tile/0/0",
    "tile/00/000",
    "tile/64/000",
    "tile/0/x000/001",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/0/001/x002",
    "tile/0/../000",
  ])("is not %s", (path) => expect(findTile(path)).toBeUndefined());
});

describe("an entry bundle", () => {
  it("comes back as it was and refuses pieces", () => {
    const bundle = formatEntryBundle([Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)]);
    expect(toHex(bundle)).toBe("0001010000" + "00020203");
    expect(findEntries(bundle)?.length).toBe(3);
    for (const cut of [0, 1, 2, 4, 7, 8]) expect(findEntries(bundle.subarray(0, cut)), `${cut}`).toBeUndefined();
    expect(() => formatEntryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
