import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "./demo/seed-demo.ts";
import { filesBelow, filesWith, spellings } from "./test-canaries.ts";
import { openDemo, smallDemoPlan } from "./test-open-demo.ts";

const timeoutMs = 600_000;
const canariesChecked = deepCount(24, 400);
let root = "";
let files: ReadonlyMap<string, Buffer> = new Map();
const said: string[] = [];

/** People and firms of the demo, and what is written about their payments. */
function canaries(): string[] {
  const { accounts, lists } = smallDemoPlan;
  const names = accounts.filter(({ kind }) => kind !== "office").map(({ name }) => name);
  const texts = lists.flatMap(({ payments }) => payments.map(({ purpose }) => purpose));
  const all = [...new Set([...names, ...texts])];
  const stride = Math.max(1, Math.floor(all.length / canariesChecked));
  return all.filter((_, place) => place % stride === 0);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-names-"));
  const ledger = await openDemo(root, (error) => said.push(String(error)));
  await seedDemo(ledger, smallDemoPlan, { say: (step) => said.push(step) });
  await ledger.close();
  files = await filesBelow(root);
}, timeoutMs);
afterAll(() => rm(root, { recursive: true }));

describe("names and texts of a ledger", () => {
  it(
    "stand in no file in clear, in hexadecimal or in base64, the vault's included",
    () => {
      const folders = new Set([...files.keys()].map((path) => path.split("/")[1]));
      expect([...folders].sort()).toEqual(expect.arrayContaining(["ledger", "published", "vault"]));
      const found = canaries().flatMap((text) => filesWith(files, text).map((path) => `${text} in ${path}`));
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
