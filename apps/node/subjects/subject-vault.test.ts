import type { Disk } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { partSubject } from "@mingbai/read-model/given-part";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { partsPerPutMax, subjectsPerEraseMax } from "./subject-vault.ts";
import {
  namedPart,
  namesIn,
  opened,
  openTestSubjects,
  readTestSubjects,
  testFolder,
  testPart,
  testSubject,
} from "./test-subjects.ts";

const parts = Array.from({ length: 60 }, (_, at) => testPart(at % 20, at));
const names = parts.map(namedPart);

describe("parts about subjects", () => {
  it("are durable when their commitments come back, and found in any order", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const vault = await openTestSubjects(disk);
    expect(await vault.put(parts)).toEqual(names.map(({ commitment }) => commitment));
    expect(await vault.findMany(names.toReversed())).toEqual(parts.map(opened).toReversed());
    const again = await openTestSubjects(disk.crash({ kind: "lost" }));
    expect(await again.findMany(names)).toEqual(parts.map(opened));
    expect(again.marks).toEqual(vault.marks);
  });

  it("change nothing when they come again, also after a restart", async () => {
    const disk = simulatedDisk({ seed: 2 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts);
    const { marks } = vault;
    await vault.put(parts.slice(10, 20));
    expect(vault.marks).toEqual(marks);
    const again = await openTestSubjects(disk.kill());
    expect(await again.put(parts)).toEqual(names.map(({ commitment }) => commitment));
    expect(again.marks).toEqual(marks);
  });

  it("are found for who gave them, under the subject that they were given about, and nowhere else", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 3 }));
    const [part] = parts;
    const [name] = names;
    if (part === undefined || name === undefined) throw new Error("no part");
    await vault.put([part]);
    expect(await vault.find({ ...name, giver: "00000000000000b2" })).toBeUndefined();
    expect(await vault.find({ ...name, subject: testSubject(77) })).toBeUndefined();
    expect(await vault.find({ ...name, commitment: "0".repeat(64) })).toBeUndefined();
    await vault.put([{ ...part, giver: "00000000000000b2" }]);
    expect(await vault.find({ ...name, giver: "00000000000000b2" })).toEqual(opened(part));
  });

  it("that come at once from several are all kept", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 4 }));
    await Promise.all(parts.map((part) => vault.put([part])));
    expect(await vault.findMany(names)).toEqual(parts.map(opened));
  });

  it("are bounded in number", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 5 }));
    const [part = testPart(0)] = parts;
    await expect(vault.put(Array.from({ length: partsPerPutMax + 1 }, () => part))).rejects.toThrow(RangeError);
    const subjects = Array.from({ length: subjectsPerEraseMax + 1 }, () => testSubject(0));
    await expect(vault.erase(subjects)).rejects.toThrow(RangeError);
  });
});

describe("subjects that are erased", () => {
  it("are opened by nothing any more, the others are, and the statement says since which keys", async () => {
    const disk = simulatedDisk({ seed: 6 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts);
    const gone = [testSubject(3), testSubject(4)];
    expect(await vault.erase(gone)).toEqual({ subjects: gone, generation: 1, timeMs: 1_800_000_000_000 });
    const expected = parts.map((part) => (gone.includes(part.subject) ? undefined : opened(part)));
    expect(await vault.findMany(names)).toEqual(expected);
    expect(await (await readTestSubjects(disk, vault)).findMany(names)).toEqual(expected);
    const reopened = await openTestSubjects(disk.crash({ kind: "lost" }));
    expect(await reopened.findMany(names)).toEqual(expected);
    expect(gone.map((subject) => reopened.isErased(subject))).toEqual([true, true]);
    expect(reopened.isErased(testSubject(5))).toBe(false);
  });

  it("leave no key in any file: neither what wrapped theirs nor what was sealed under it", async () => {
    const disk = simulatedDisk({ seed: 7 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts);
    const keys = disk.paths().filter((path) => /keys\/even(\.kek|\/.*\.segment)$/.test(path));
    expect(keys.length).toBeGreaterThan(1);
    // The wrapped key of the generation, and what lies behind the first frame of each file that it seals.
    const marks = keys.map((path) =>
      Buffer.from(disk.content(path).slice(...(path.endsWith(".kek") ? [] : [580, 640]))),
    );
    await vault.erase([testSubject(3)]);
    expect(disk.paths().filter((path) => path.startsWith(`${testFolder}/keys/even`))).toEqual([]);
    const after = disk.paths().map((path) => Buffer.from(disk.content(path)));
    expect(marks.filter((mark) => after.some((content) => content.includes(mark)))).toEqual([]);
  });

  it("take no part any more, whatever else is in the request, also where nothing was known of them", async () => {
    const disk = simulatedDisk({ seed: 8 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts.slice(0, 5));
    await vault.erase([testSubject(2), testSubject(90)]);
    const refused = { refused: "SUBJECT_ERASED", subject: testSubject(2) };
    expect(await vault.put([testPart(11), testPart(2, 9)])).toEqual(refused);
    expect(await vault.find(namedPart(testPart(11)))).toBeUndefined();
    const again = await openTestSubjects(disk.kill());
    expect(await again.put([testPart(90)])).toEqual({ ...refused, subject: testSubject(90) });
    expect(await again.put([testPart(11)])).toHaveLength(1);
  });

  it("are gathered: those asked for at once are gone in one change of keys, and erasing again changes none", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 9 }));
    await vault.put(parts);
    const told = await Promise.all([3, 4, 5].map((subject) => vault.erase([testSubject(subject)])));
    expect(told.map(({ generation }) => generation)).toEqual([1, 1, 1]);
    expect((await vault.erase([testSubject(4)])).generation).toBe(1);
    expect((await vault.erase([testSubject(6)])).generation).toBe(2);
    expect(await vault.put([testPart(30)])).toEqual([namedPart(testPart(30)).commitment]);
  });

  it("are gone for who reads meanwhile, and nobody else is", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 17 }));
    await vault.put(parts);
    const reading = vault.findMany(names);
    await vault.erase([testSubject(3)]);
    const found = await reading;
    for (const [at, part] of parts.entries())
      if (part.subject !== testSubject(3)) expect(found[at]).toEqual(opened(part));
  });

  it("while parts of them come: they are kept before, or refused after, and open in neither case", async () => {
    const vault = await openTestSubjects(simulatedDisk({ seed: 10 }));
    await vault.put(parts);
    await Promise.all([vault.erase([testSubject(3)]), vault.put([testPart(3, 99), testPart(40)])]);
    expect(await vault.find(namedPart(testPart(3, 99)))).toBeUndefined();
  });
});

describe("a process that follows", () => {
  it("is told of each part once, by its name, and opens it then", async () => {
    const disk = simulatedDisk({ seed: 11 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts.slice(0, 30));
    const reader = await readTestSubjects(disk, vault);
    await vault.put(parts.slice(30));
    expect(await reader.find(names[30] ?? namedPart(testPart(0)))).toBeUndefined();
    expect(await namesIn(reader.readUpTo(vault.marks))).toEqual(names.slice(30).map(partSubject));
    expect(await namesIn(reader.readUpTo(vault.marks))).toEqual([]);
    expect(await reader.findMany(names)).toEqual(parts.map(opened));
  });

  it("drops what was erased when it hears of other keys, also where it was told of older ones or of none for long", async () => {
    const disk = simulatedDisk({ seed: 12 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts);
    const reader = await readTestSubjects(disk, vault);
    const old = vault.marks;
    for (const subject of [3, 4, 5]) await vault.erase([testSubject(subject)]);
    await vault.put([testPart(50)]);
    await namesIn(reader.readUpTo(old));
    expect(await reader.findMany(names)).toEqual(
      parts.map((part) => ([3, 4, 5].map(testSubject).includes(part.subject) ? undefined : opened(part))),
    );
    await namesIn(reader.readUpTo(vault.marks));
    expect(await reader.find(namedPart(testPart(50)))).toEqual(opened(testPart(50)));
  });

  it("hears of each change", async () => {
    let heard = 0;
    const vault = await openTestSubjects(simulatedDisk({ seed: 13 }), () => void heard++);
    await vault.put(parts);
    await vault.put(parts);
    await vault.erase([testSubject(0)]);
    expect(heard).toBe(2);
  });
});

describe("a full disk", () => {
  it("refuses a put and an erasure and loses nothing; both go on where there is room", async () => {
    const disk = simulatedDisk({ seed: 14 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts.slice(0, 10));
    disk.setCapacity(disk.paths().reduce((sum, path) => sum + disk.content(path).length, 0));
    await expect(vault.erase([testSubject(1)])).rejects.toMatchObject({ code: expect.stringMatching(/FULL/) });
    const many = Array.from({ length: 200 }, (_, at) => testPart(100 + at, at));
    await expect(vault.put(many)).rejects.toMatchObject({ code: "LOG_FULL" });
    expect(await vault.findMany(names.slice(0, 10))).toEqual(parts.slice(0, 10).map(opened));
    disk.setCapacity(Number.POSITIVE_INFINITY);
    expect((await vault.erase([testSubject(1)])).generation).toBe(1);
    expect(await vault.put(many)).toHaveLength(200);
    const again = await openTestSubjects(disk.crash({ kind: "lost" }));
    expect(await again.findMany(many.map(namedPart))).toEqual(many.map(opened));
    expect([again.isErased(testSubject(1)), await again.find(namedPart(testPart(1, 1)))]).toEqual([true, undefined]);
  });
});

describe("a disk that fails at the switch", () => {
  it.each(["before", "after"])(
    "%s it is done: nothing more is kept, and a start finds out which keys count",
    async (when) => {
      const disk = simulatedDisk({ seed: 16 });
      let isArmed = false;
      const failing: Disk = {
        ...disk,
        async rename(paths) {
          const fails = isArmed && paths.to.endsWith("/current");
          if (!fails || when === "after") await disk.rename(paths);
          if (fails) throw new DiskError({ code: "DISK_FAILED", operation: "rename", path: paths.from });
        },
      };
      const vault = await openTestSubjects(failing);
      await vault.put(parts);
      isArmed = true;
      await expect(vault.erase([testSubject(1)])).rejects.toMatchObject({ code: "DISK_FAILED" });
      await expect(vault.put([testPart(70)])).rejects.toMatchObject({ code: "LOG_BROKEN" });
      const again = await openTestSubjects(disk.kill());
      const isGone = (subject: string) => when === "after" && subject === testSubject(1);
      expect(await again.findMany(names)).toEqual(
        parts.map((part) => (isGone(part.subject) ? undefined : opened(part))),
      );
      expect((await again.erase([testSubject(1)])).generation).toBe(1);
    },
  );
});

describe("a flipped bit", () => {
  it("anywhere is never another content: the vault does not open, or a part is refused, or all is as it was", async () => {
    const disk = simulatedDisk({ seed: 15 });
    const vault = await openTestSubjects(disk);
    await vault.put(parts.slice(0, 8));
    await vault.erase([testSubject(1)]);
    await vault.put(parts.slice(8, 12));
    await vault.close();
    const expected = parts.slice(0, 12).map((part) => (part.subject === testSubject(1) ? undefined : opened(part)));
    for (const path of disk.paths()) {
      const bits = disk.content(path).length * 8;
      for (let bit = 5; bit < bits; bit += Math.max(7, Math.floor(bits / 40))) {
        const flipped = disk.copy();
        flipped.flipBit(path, bit);
        expect({ path, bit, found: await foundOrRefused(flipped, expected) }).toEqual({ path, bit, found: expected });
      }
    }
  });
});

/** What is found on a disk; `refused` where the vault or a part does not open. */
async function foundOrRefused<T>(disk: SimulatedDisk, refused: T): Promise<T | readonly unknown[]> {
  try {
    return await (await openTestSubjects(disk)).findMany(names.slice(0, 12));
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return refused;
  }
}
