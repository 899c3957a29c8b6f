import { utf8 } from "@mingbai/codec/bytes";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { encode } from "iconv-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { filesWith } from "../test-canaries.ts";
import { openTestSubjects, testFolder, testGiver, testSubject } from "./test-subjects.ts";

const people = 1_000;
/** Checked in every file in every spelling; the others have the same form. */
const checked = [0, 1, 499, people - 1];
const files = new Map<string, Buffer>();

/** Invented, of the region that nobody lives in. */
function valuesOf(number: number) {
  const digits = String(number).padStart(4, "0");
  return { name: `王秀兰${digits}`, identity: `33990019780512${digits}`, ill: `慢性病证明${digits}号` };
}

function partOf(number: number, content: object) {
  const salt = new Uint8Array(32).fill(number % 256);
  return { subject: testSubject(number), giver: testGiver, salt, bytes: utf8(JSON.stringify(content)) };
}

beforeAll(async () => {
  const disk = simulatedDisk({ seed: 31 });
  const vault = await openTestSubjects(disk);
  const parts = Array.from({ length: people }, (_, number) => {
    const { ill, ...rest } = valuesOf(number);
    return [partOf(number, rest), partOf(number, { ill })];
  }).flat();
  expect(await vault.put(parts)).toHaveLength(2 * people);
  await vault.erase([testSubject(7)]);
  for (const path of disk.paths()) files.set(path, Buffer.from(disk.content(path)));
});

describe("two thousand parts about people", () => {
  it.each(checked.flatMap((number) => Object.values(valuesOf(number))))(
    "hold %s in no file, in no spelling",
    (value) => {
      expect(filesWith(files, value)).toEqual([]);
    },
  );

  it("hold no salt in any file, and were written: parts and keys", () => {
    expect(filesHolding(Buffer.alloc(32, 1))).toEqual([]);
    const folders = new Set([...files.keys()].map((path) => path.split("/").slice(0, 2).join("/")));
    expect([...folders].sort()).toEqual([`${testFolder}/keys`, `${testFolder}/parts`]);
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    expect(bytes).toBeGreaterThan(2 * people * 100);
  });

  it("would be found where they stood, in each spelling", () => {
    const { name } = valuesOf(0);
    const bytes = Buffer.from(name);
    const texts = [bytes.toString("hex"), bytes.toString("base64")].map((text) => Buffer.from(text));
    const spelt = [bytes, encode(name, "gb18030"), ...texts];
    for (const one of spelt) {
      const there = new Map([["a", Buffer.concat([Buffer.from("x"), one])]]);
      expect(filesWith(there, name)).toEqual(["a"]);
    }
  });
});

function filesHolding(bytes: Buffer): string[] {
  return [...files].filter(([, content]) => content.includes(bytes)).map(([path]) => path);
}
