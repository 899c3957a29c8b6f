import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDemo } from "./test-open-demo.ts";

const kills = deepCount(3, 60);
const acknowledgedMax = 120;
const timeoutMs = 900_000;
let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-killed-"));
});
afterEach(() => rm(root, { recursive: true }));

/** Lets a node work and kills it after so many acknowledgements; resolves to what it printed, as [identity, place]. */
async function runAndKill(acknowledgements: number): Promise<[string, number][]> {
  const script = join(import.meta.dirname, "test-killed-node.ts");
  const child = spawn(process.execPath, ["--no-warnings", script, root], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split("\n").length > acknowledgements) child.kill("SIGKILL");
  });
  const [, signal] = await ended;
  expect(signal).toBe("SIGKILL");
  const lines = printed.split("\n").slice(0, -1);
  return lines.map((line): [string, number] => [line.slice(0, 64), Number(line.slice(65))]);
}

describe("a node that is killed at work", () => {
  const seed = runSeed();

  it(
    `finds every act again that it acknowledged, once and in its place: ${kills} kills, seed ${seed}`,
    async () => {
      const dice = random(seed);
      const acknowledged = new Map<string, number>();
      for (let kill = 0; kill < kills; kill++) {
        for (const [id, place] of await runAndKill(1 + dice.below(acknowledgedMax))) acknowledged.set(id, place);
        const fatal: Error[] = [];
        const { chain, published, close } = await openDemo(root, (error) => fatal.push(error));
        for (const [id, place] of acknowledged)
          expect({ id, place: await chain.findLogIndex(id) }).toEqual({ id, place });
        expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
        expect(chain.head.logSize).toBeGreaterThanOrEqual(acknowledged.size);
        expect(published.latest?.size).toBe(chain.head.logSize);
        await close();
        expect(fatal).toEqual([]);
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
    },
    timeoutMs,
  );
});
