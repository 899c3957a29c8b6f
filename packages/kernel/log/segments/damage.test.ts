import { concat } from "@mingbai/codec/bytes";
import { deepCount } from "@mingbai/testkit/deep";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { findFrame, frameKinds } from "./frame.ts";
import { type Damage, LogDamaged } from "./log-error.ts";
import { diskWithLog, openTestLog } from "./test-log.ts";

/** What opening and then verifying says of a disk: the damage found first, or undefined. */
async function findDamage(disk: SimulatedDisk): Promise<Damage | undefined> {
  try {
    const log = await openTestLog(disk);
    return (await log.verify()).damage[0];
  } catch (error) {
    if (error instanceof LogDamaged) return error.damage;
    throw error;
  }
}

const near = 1024;

/** The files that hold the log; a spare one means nothing. */
function logPaths(disk: SimulatedDisk): string[] {
  return disk.paths().filter((path) => !path.endsWith("/spare"));
}

/** Replaces a part of a file by other bytes of the same length. */
function overwrite(disk: SimulatedDisk, path: string, at: number, bytes: Uint8Array): void {
  const content = disk.content(path).slice();
  content.set(bytes, at);
  disk.putFile(path, content);
}

/** Offsets and spans of the records in a segment's file. */
function recordsOf(content: Uint8Array): { at: number; span: number }[] {
  const found = [];
  for (let at = 0; at < content.length; at += 64) {
    const frame = findFrame(content, at);
    if (frame?.kind === frameKinds.record) found.push({ at, span: frame.span });
  }
  return found;
}

describe("damage to a segment log", () => {
  const bits = deepCount(1, 8);
  it.each([
    { closed: true, count: 24 },
    { closed: false, count: 24 },
    { closed: false, count: 1 },
    { closed: false, count: 0 },
    { closed: true, count: 0 },
  ])("is found for one bit flipped in every byte: %j", async ({ closed, count }) => {
    const disk = (await diskWithLog(count, { closed })).crash({ kind: "lost" });
    expect(await findDamage(disk.copy())).toBeUndefined();
    for (const path of logPaths(disk)) {
      for (let at = 0; at < disk.content(path).length; at++) {
        for (let bit = 0; bit < bits; bit++) {
          const flipped = disk.copy();
          flipped.flipBit(path, at * 8 + ((at + bit) % 8));
          const damage = await findDamage(flipped);
          if (damage?.file !== path || Math.abs(damage.offset - at) > near) {
            throw new Error(`byte ${at} of ${path}: found ${JSON.stringify(damage)}`);
          }
        }
      }
    }
  });

  it("is named to the very byte where a payload's bit flipped", async () => {
    const disk = await diskWithLog(24, { closed: false });
    const path = logPaths(disk).at(-2) ?? "";
    const [record] = recordsOf(disk.content(path));
    const at = (record?.at ?? 0) + 64 + 5;
    disk.flipBit(path, at * 8 + 3);
    expect(await findDamage(disk)).toMatchObject({ file: path, offset: at });
  });

  it.each([true, false])("is found for records dropped, doubled and swapped, closed cleanly: %s", async (closed) => {
    const disk = await diskWithLog(24, { closed });
    let tried = 0;
    for (const path of logPaths(disk).filter((name) => name.endsWith(".segment"))) {
      const content = disk.content(path);
      const records = recordsOf(content);
      for (const [place, { at, span }] of records.entries()) {
        const next = records[place + 1];
        if (!next) continue;
        const one = content.slice(at, at + span);
        const two = content.slice(next.at, next.at + next.span);
        const rest = content.slice(next.at);
        const altered = {
          dropped: rest,
          doubled: concat(one, one, rest).slice(0, content.length - at),
          swapped: concat(two, one),
        };
        for (const [how, bytes] of Object.entries(altered)) {
          const copy = disk.copy();
          overwrite(copy, path, at, bytes);
          if ((await findDamage(copy))?.file !== path) throw new Error(`${how} at ${at} of ${path}`);
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  it.each([true, false])("is found for any file that is missing or cut short, closed cleanly: %s", async (closed) => {
    const disk = await diskWithLog(24, { closed });
    for (const path of logPaths(disk)) {
      const without = disk.copy();
      without.removeFile(path);
      expect(await findDamage(without), path).toBeDefined();
      const short = disk.copy();
      short.putFile(path, disk.content(path).slice(0, -1));
      expect(await findDamage(short), path).toMatchObject({ file: path });
    }
  });

  it("is found for the records that a clean end counted and that are zero now", async () => {
    const disk = await diskWithLog(24, { closed: true });
    const path = logPaths(disk).at(-2) ?? "";
    const last = recordsOf(disk.content(path)).at(-1);
    overwrite(disk, path, last?.at ?? 0, new Uint8Array(last?.span ?? 0));
    expect(await findDamage(disk)).toMatchObject({ file: path });
  });

  it("changes nothing on the disk where opening is refused", async () => {
    const disk = await diskWithLog(24, { closed: false });
    const path = logPaths(disk)[0] ?? "";
    disk.flipBit(path, 40);
    const before = disk.trace.length;
    await expect(openTestLog(disk)).rejects.toThrow(LogDamaged);
    expect(disk.trace.slice(before).filter((line) => /segment|meta/.test(line))).toEqual([]);
  });
});
