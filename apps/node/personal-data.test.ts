import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPlan } from "./demo/demo-plan.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { openDemo } from "./test-open-demo.ts";

const timeoutMs = 600_000;
const canariesChecked = deepCount(24, 400);
/** Segments are filled with zeros beforehand; pieces of nothing else are not searched. */
const pieceBytes = 4_096;
let root = "";
const files = new Map<string, Buffer>();
const said: string[] = [];

/** People and firms of the demo, and what is written about their payments. */
function canaries(): string[] {
  const { accounts, lists } = demoPlan();
  const names = accounts.filter(({ kind }) => kind !== "office").map(({ name }) => name);
  const texts = lists.flatMap(({ payments }) => payments.map(({ purpose }) => purpose));
  const all = [...new Set([...names, ...texts])];
  const stride = Math.max(1, Math.floor(all.length / canariesChecked));
  return all.filter((_, place) => place % stride === 0);
}

/** The ways in which these bytes could stand in a file: as they are, in hexadecimal, and in base64 at any alignment. */
function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString("hex");
  const shifted = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    // The first and last digits mix with what stands beside; only those between belong to the text alone.
    const from = Math.ceil((shift * 8) / 6);
    const below = Math.floor((padded.length * 8) / 6);
    return (["base64", "base64url"] as const).map((kind) => padded.toString(kind).slice(from, below));
  });
  return [
    bytes,
    ...[hex, hex.toUpperCase(), JSON.stringify(text).slice(1, -1), ...shifted].map((one) => Buffer.from(one)),
  ];
}

function filesWith(text: string, within: (path: string) => boolean): string[] {
  const wanted = spellings(text);
  return [...files]
    .filter(([path, content]) => within(path) && wanted.some((one) => content.includes(one)))
    .map(([path]) => path);
}

function withoutZeros(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < content.length; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes);
    if (piece.some((byte) => byte !== 0)) kept.push(piece);
  }
  return Buffer.concat(kept);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-names-"));
  const ledger = await openDemo(root, (error) => said.push(String(error)));
  await seedDemo(ledger, (step) => said.push(step));
  await ledger.close();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(root, path), withoutZeros(await readFile(path)));
  }
}, timeoutMs);
afterAll(() => rm(root, { recursive: true }));

describe("names and texts of a ledger", () => {
  it(
    "stand in no file in clear, in hexadecimal or in base64, the vault's included",
    () => {
      const folders = new Set([...files.keys()].map((path) => path.split("/")[1]));
      expect([...folders].sort()).toEqual(expect.arrayContaining(["ledger", "published", "vault"]));
      const found = canaries().flatMap((text) => filesWith(text, () => true).map((path) => `${text} in ${path}`));
      expect(found).toEqual([]);
    },
    timeoutMs,
  );

  it("would be found where they stood: by each spelling, at each alignment", () => {
    const [text = ""] = canaries();
    for (const encoding of ["utf8", "hex", "base64", "base64url"] as const) {
      for (let before = 0; before < 3; before++) {
        const around = Buffer.concat([Buffer.alloc(before, 0xff), Buffer.from(text), Buffer.alloc(5, 0xee)]);
        const content = encoding === "utf8" ? around : Buffer.from(around.toString(encoding));
        expect(
          spellings(text).some((one) => content.includes(one)),
          `${encoding} ${before}`,
        ).toBe(true);
      }
    }
  });

  it("are in nothing that was said on the way", () => {
    const log = said.join("\n");
    expect(canaries().filter((text) => log.includes(text))).toEqual([]);
  });
});
