import { utf8 } from "@mingbai/codec/bytes";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
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
      expect([...filesWith(files, value), ...filesHolding(inGb18030(value))]).toEqual([]);
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
    const spelt = [bytes, inGb18030(name), ...texts];
    for (const one of spelt) {
      const there = new Map([["a", Buffer.concat([Buffer.from("x"), one])]]);
      expect(filesWith(there, name).length + filesHolding(inGb18030(name), there).length).toBe(1);
    }
  });
});

function filesHolding(bytes: Buffer, within: ReadonlyMap<string, Buffer> = files): string[] {
  return [...within].filter(([, content]) => content.includes(bytes)).map(([path]) => path);
}

/** GB 18030 of ASCII and of characters with two bytes; Node only decodes it. */
function inGb18030(text: string): Buffer {
  return Buffer.concat([...text].map((character) => gbCodes().get(character) ?? Buffer.from(character)));
}

let codes: ReadonlyMap<string, Buffer> | undefined;

function gbCodes(): ReadonlyMap<string, Buffer> {
  if (codes !== undefined) return codes;
  const decoder = new TextDecoder("gb18030");
  const made = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = Buffer.from([lead, trail]);
      if (trail !== 0x7f) made.set(decoder.decode(code), code);
    }
  }
  codes = made;
  return made;
}
