import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { expect, it } from "vitest";
import { z } from "zod";
import { Books } from "./books.ts";
import { readBalance } from "./entries.ts";
import { findPayment } from "./payments.ts";

const kills = deepCount(3, 40);
const seed = runSeed();
const Count = z.object({ count: z.int() });

async function runAndKill(folder: string, run: string, after: number): Promise<string[]> {
  const script = join(import.meta.dirname, "test-killed-books.ts");
  const child = spawn(process.execPath, ["--no-warnings", script, folder, run], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split("\n").length > after) child.kill("SIGKILL");
  });
  const [, signal] = await ended;
  expect(signal).toBe("SIGKILL");
  return printed.split("\n").slice(0, -1);
}

it(`books that are killed at work have every payment that was answered, once (${kills} kills, seed ${seed})`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "mingbai-books-"));
  const dice = random(seed);
  const answered: string[] = [];
  for (let kill = 0; kill < kills; kill++) answered.push(...(await runAndKill(folder, `R${kill}`, 1 + dice.below(60))));
  const books = Books.open(folder);
  for (const id of answered) expect(findPayment(books, id)).toMatchObject({ state: "paid" });
  const paid = books.find(Count, "select count(*) as count from payment where state = 'paid'")?.count ?? 0;
  expect(readBalance(books, "ESCROW")).toBe(Number.MAX_SAFE_INTEGER - paid);
  expect(paid).toBeGreaterThanOrEqual(answered.length);
  books.close();
  await rm(folder, { recursive: true });
});
