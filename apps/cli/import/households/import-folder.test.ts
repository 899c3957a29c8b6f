import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noCounts } from "@mingbai/sdk/household-import/import-step";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImportFolder } from "./import-folder.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-import-folder-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const step = (at: number) => ({
  at,
  counts: { ...noCounts, taken: at + 1 },
  parts: new Uint8Array([1, 2, at]),
  envelopes: [new Uint8Array([3]), new Uint8Array([4, at])],
});

describe("the folder of an import", () => {
  it("has what is on its way as it was, in its order, and of what ended only its counts", async () => {
    const { journal } = await ImportFolder.open(root, "one");
    expect(await journal.open()).toEqual({ ended: [], begun: [] });
    for (const at of [0, 1, 2]) await journal.begin(step(at));
    const ended = { at: 1, counts: step(1).counts, refused: [{ command: "c", subject: "s", code: "X" }] };
    await journal.end(ended);
    const again = (await ImportFolder.open(root, "one")).journal;
    expect(await again.open()).toEqual({ ended: [ended], begun: [step(0), step(2)] });
  });

  it("knows its import again", async () => {
    const folder = await ImportFolder.open(root, "two");
    expect(await folder.find()).toBeUndefined();
    await folder.keep({ import: "00000000000000a1", day: "2026-11-22", isDone: false });
    expect(await (await ImportFolder.open(root, "two")).find()).toMatchObject({ import: "00000000000000a1" });
  });
});
