import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { madeOnce } from "./made-once.ts";

const text = "made";
let made = 0;

async function make(folder: string): Promise<void> {
  made++;
  await mkdir(folder);
  await writeFile(join(folder, "text"), text);
}

describe("what the files of a run share", () => {
  it("is made by the first who asks, whole, while the others wait", async () => {
    const name = randomUUID();
    const folders = await Promise.all(Array.from({ length: 8 }, () => madeOnce(name, make)));
    expect(made).toBe(1);
    expect(new Set(folders).size).toBe(1);
    const [folder = ""] = folders;
    expect(await readFile(join(folder, "text"), "utf8")).toBe(text);
    expect((await readdir(dirname(folder))).filter((one) => one.startsWith(name))).toEqual([name]);
  });

  it("is made by the next where the first could not", async () => {
    const name = randomUUID();
    const broken = madeOnce(name, async (folder) => {
      await mkdir(folder);
      throw new Error("broken off");
    });
    const next = broken.catch(() => undefined).then(() => madeOnce(name, make));
    await expect(broken).rejects.toThrow("broken off");
    expect(await readdir(await next)).toEqual(["text"]);
  });
});
