import {
  namedPart,
  opened,
  openTestSubjects,
  testFolder,
  testPart,
  testSubject,
} from "@mingbai/app-node/subjects/test-subjects";
import type { Disk } from "@mingbai/log/disk/disk";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { copySubjects } from "./copy-subjects.ts";

const parts = Array.from({ length: 40 }, (_, at) => testPart(at % 10, at));
const names = parts.map(namedPart);
const copyFolder = "copy/subjects";

async function nodeWithSubjects() {
  const disk = simulatedDisk({ seed: 1 });
  const vault = await openTestSubjects(disk);
  await vault.put(parts);
  await vault.erase([testSubject(1)]);
  return { disk, vault };
}

/** The copy, put where a node has it. */
async function openCopy(disk: ReturnType<typeof simulatedDisk>) {
  const other = simulatedDisk({ seed: 2 });
  const copied = disk.paths().filter((path) => path.startsWith(`${copyFolder}/`));
  for (const path of copied) other.putFile(path.replace(copyFolder, testFolder), disk.content(path));
  return openTestSubjects(other);
}

describe("a copy of what a node keeps about subjects", () => {
  it("opens what its original opens, while that one runs", async () => {
    const { disk } = await nodeWithSubjects();
    await copySubjects({ from: { disk, folder: testFolder }, to: { disk, folder: copyFolder } });
    const copy = await openCopy(disk);
    const expected = parts.map((part) => (part.subject === testSubject(1) ? undefined : opened(part)));
    expect(await copy.findMany(names)).toEqual(expected);
    expect(await copy.put([testPart(1, 99)])).toMatchObject({ refused: "SUBJECT_ERASED" });
  });

  it("has the keys of one generation where subjects are erased meanwhile", async () => {
    const { disk, vault } = await nodeWithSubjects();
    let reads = 0;
    const erasing: Disk = {
      ...disk,
      async open(path, mode) {
        if (mode === "read" && path.endsWith(".kek") && reads++ === 0) {
          const file = await disk.open(path, mode);
          await vault.erase([testSubject(2)]);
          return file;
        }
        return disk.open(path, mode);
      },
    };
    await copySubjects({ from: { disk: erasing, folder: testFolder }, to: { disk, folder: copyFolder } });
    expect(reads).toBe(2);
    const copy = await openCopy(disk);
    const gone = [testSubject(1), testSubject(2)];
    expect(await copy.findMany(names)).toEqual(
      parts.map((part) => (gone.includes(part.subject) ? undefined : opened(part))),
    );
  });

  it("is none where there was nothing yet", async () => {
    const disk = simulatedDisk({ seed: 3 });
    await copySubjects({ from: { disk, folder: testFolder }, to: { disk, folder: copyFolder } });
    expect(disk.paths()).toEqual([]);
  });
});
