import { namedPart, opened, openTestSubjects, testFolder, testPart } from "@mingbai/app-node/subjects/test-subjects";
import { concat } from "@mingbai/codec/bytes";
import { SealedStreamDamaged } from "@mingbai/crypto/sealing/sealed-stream";
import { deepCount } from "@mingbai/testkit/deep";
import { random } from "@mingbai/testkit/random";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { copySubjects } from "../copy-subjects.ts";
import { newBackupKey } from "./backup-key.ts";
import { openPieces, sealPieces } from "./file-seal.ts";
import { isSealed } from "./is-sealed.ts";
import { sealingDisk } from "./sealing-disk.ts";

const seed = 3434;
const dice = random(seed);
const key = newBackupKey();
const pieceBytes = 48;

async function* inPieces(bytes: Uint8Array, sizeMax: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + dice.below(sizeMax);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of source) all.push(piece);
  return concat(...all);
}

const seal = (bytes: Uint8Array) => whole(sealPieces(inPieces(bytes, 90_000), key));
const openWith = (sealed: Uint8Array, by = key, sizeMax = 90_000) => whole(openPieces(inPieces(sealed, sizeMax), by));

describe("a file of a backup", () => {
  it(`is what it was, however it is cut into pieces (seed ${seed})`, async () => {
    for (let run = 0; run < deepCount(40, 1_000); run++) {
      const bytes = dice.bytes(dice.below(200_000));
      const sealed = await seal(bytes);
      expect(Buffer.compare(await openWith(sealed, key, 1 + dice.below(90_000)), bytes), `run ${run}`).toBe(0);
    }
  });

  it(`opens with nothing but its backup's key, and only as it was (seed ${seed})`, async () => {
    const sealed = await seal(dice.bytes(70_000));
    const refused = (bytes: Uint8Array, by = key) => expect(openWith(bytes, by)).rejects.toThrow(SealedStreamDamaged);
    await refused(sealed, newBackupKey());
    for (let run = 0; run < deepCount(40, 1_000); run++) {
      await refused(sealed.subarray(0, dice.below(sealed.length)));
      const flipped = Uint8Array.from(sealed);
      const at = dice.below(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << dice.below(8));
      await refused(flipped);
    }
  });

  it("is sealed unless it is known to be the ledger's or a key of the node", () => {
    for (const path of ["ledger/blocks/0", "published/checkpoint", "genesis.json", "node-key.json"])
      expect(isSealed(path), path).toBe(false);
    for (const path of ["vault/0", "subjects/keys/current", "facts/1/key", "drops/office/a.csv", "what-comes-later"])
      expect(isSealed(path), path).toBe(true);
  });
});

describe("what a backup has of subjects", () => {
  it("never lies unsealed where it is written, not for a moment, and opens again as it was", async () => {
    const disk = simulatedDisk({ seed });
    const vault = await openTestSubjects(disk);
    const parts = Array.from({ length: 40 }, (_, at) => testPart(at % 10, at));
    await vault.put(parts);
    const target = simulatedDisk({ seed: seed + 1 });
    const written: Uint8Array[] = [];
    const watched = {
      ...target,
      open: async (...[path, mode]: Parameters<typeof target.open>) => {
        const file = await target.open(path, mode);
        return {
          ...file,
          write: async (...[buffers, position]: Parameters<typeof file.write>) => {
            written.push(...buffers.map((bytes) => Uint8Array.from(bytes)));
            await file.write(buffers, position);
          },
        };
      },
    };
    const to = { disk: sealingDisk(watched, key), folder: testFolder };
    await copySubjects({ from: { disk, folder: testFolder }, to });
    const all = Buffer.concat(written);
    expect(disk.paths().length).toBeGreaterThan(3);
    for (const path of disk.paths())
      for (const piece of piecesOf(disk.content(path))) expect(all.includes(Buffer.from(piece)), path).toBe(false);
    const other = simulatedDisk({ seed: seed + 2 });
    for (const path of target.paths()) other.putFile(path, await openWith(target.content(path)));
    const again = await openTestSubjects(other);
    expect(await again.findMany(parts.map(namedPart))).toEqual(parts.map(opened));
  });
});

describe("a disk that seals", () => {
  it("says so where it is full, and has nothing unsealed then either", async () => {
    const disk = simulatedDisk({ seed });
    await (await openTestSubjects(disk)).put(Array.from({ length: 40 }, (_, at) => testPart(at % 10, at)));
    const target = simulatedDisk({ seed: seed + 1 });
    target.setCapacity(6_000);
    const to = { disk: sealingDisk(target, key), folder: testFolder };
    const copying = copySubjects({ from: { disk, folder: testFolder }, to });
    await expect(copying).rejects.toMatchObject({ code: "DISK_FULL" });
    const all = Buffer.concat(target.paths().map((path) => target.content(path)));
    for (const path of disk.paths())
      for (const piece of piecesOf(disk.content(path))) expect(all.includes(Buffer.from(piece)), path).toBe(false);
  });
});

/** Its bytes in pieces, without the zeros that nobody wrote. */
function piecesOf(bytes: Uint8Array): Uint8Array[] {
  const pieces = Array.from({ length: Math.floor(bytes.length / pieceBytes) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  return pieces.filter((piece) => piece.some((byte) => byte !== 0));
}
