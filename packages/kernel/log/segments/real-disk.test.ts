import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { random } from "@mingbai/testkit/random";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeDisk } from "../disk/node-disk.ts";
import { openSegmentLog } from "./open-segment-log.ts";
import { appendTestRecords, testPayload } from "./test-log.ts";

const disk = nodeDisk();
const segmentBytes = 64 * 1024;
const recordsKept = 300;
const killsTimeoutMs = 300_000;
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-log-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Lets a process write and kills it after it acknowledged `commits` times; returns the last number it printed. */
async function writeAndKill(commits: number): Promise<number> {
  const script = join(import.meta.dirname, "killed-writer.ts");
  const child = spawn(process.execPath, [script, folder, String(segmentBytes)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split("\n").length > commits) child.kill("SIGKILL");
  });
  await ended;
  const lines = printed.split("\n").slice(0, -1);
  return Number(lines.at(-1));
}

describe("segment log on the machine's disk", () => {
  it(
    "finds everything again that a killed process acknowledged",
    async () => {
      const dice = random(20_261_121);
      for (let kill = 0; kill < deepCount(4, 60); kill++) {
        const acknowledged = await writeAndKill(1 + dice.below(60));
        const log = await openSegmentLog({ disk, folder, segmentBytes });
        expect(log.durable).toBeGreaterThanOrEqual(acknowledged);
        for await (const { sequence, payload } of log.records(log.first)) {
          if (Buffer.compare(payload, testPayload(sequence)) !== 0)
            throw new Error(`record ${sequence} is another one`);
        }
        expect((await log.verify()).damage).toEqual([]);
        await log.dropBefore(log.durable - recordsKept);
        await log.close();
      }
    },
    killsTimeoutMs,
  );

  it("writes records of half a mebibyte in parts and reads them back after a restart", async () => {
    const options = { disk, folder, segmentBytes: 4 * 1024 * 1024 };
    const log = await openSegmentLog(options);
    const batch = new Uint8Array(512 * 1024).map((_, place) => place % 251);
    for (let count = 0; count < 20; count++) log.append([batch.subarray(0, 1000), batch.subarray(1000)]);
    await log.commit();
    await log.close();
    const again = await openSegmentLog(options);
    expect(Buffer.compare(await again.read(19), batch)).toBe(0);
    expect((await again.verify()).damage).toEqual([]);
    await again.close();
  });

  it("keeps its folder small when closed and opened many times", async () => {
    for (let round = 0; round < 10; round++) {
      const log = await openSegmentLog({ disk, folder, segmentBytes });
      await appendTestRecords(log, 1);
      await log.close();
    }
    expect(await disk.list(folder)).toHaveLength(2);
  });
});
