import { toHex } from "@mingbai/codec/hex";
import type { BodyPlace } from "@mingbai/exchange/frames/range";
import type { BodyKeeper } from "@mingbai/exchange/ports/body-keeper";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { StoredBody } from "@mingbai/log/bodies/body-record";
import { LogError } from "@mingbai/log/segments/log-error";
import { type DiskEntry, diskEntry, type MemoryDisk } from "./memory-disk.ts";

/**
 * A store of bodies in memory with a disk's semantics: what was put is durable only when a commit that began later has
 * taken its time; a process that crashed meanwhile finds nothing of it.
 */
export class MemoryKeeper implements BodyKeeper {
  healing = false;
  readonly #disk: MemoryDisk;
  readonly #clock: Clock;
  readonly #commitMs: () => number;
  readonly #waiting = new Map<string, DiskEntry>();

  constructor({ disk, clock, commitMs }: { disk: MemoryDisk; clock: Clock; commitMs: () => number }) {
    this.#disk = disk;
    this.#clock = clock;
    this.#commitMs = commitMs;
  }

  put(container: StoredBody): void {
    const entry = diskEntry(container);
    if (container.body.length > this.#disk.freeBytes) throw new LogError("LOG_FULL", "the simulated disk is full");
    if (this.#disk.find(entry.batchId) === undefined) this.#waiting.set(toHex(entry.batchId), entry);
  }

  async commit(): Promise<void> {
    const covered = [...this.#waiting.keys()];
    await new Promise<void>((resolve) => this.#clock.after(this.#commitMs(), resolve));
    for (const id of covered) {
      const entry = this.#waiting.get(id);
      if (entry !== undefined) this.#disk.write(entry);
      this.#waiting.delete(id);
    }
  }

  isDurable(batchId: Uint8Array): boolean {
    return this.#disk.find(batchId) !== undefined;
  }

  unorderedUse(origin: number): { bytes: number; containers: number } {
    const own = [...this.#disk.entries.values(), ...this.#waiting.values()].filter(
      ({ header, orderedAt }) => header.origin === origin && orderedAt === undefined,
    );
    return { bytes: own.reduce((sum, { header }) => sum + header.bodyBytes, 0), containers: own.length };
  }

  unorderedOf(origin: number): Uint8Array[] {
    const entries = [...this.#disk.entries.values()];
    return entries.flatMap(({ batchId, header, orderedAt }) =>
      header.origin === origin && orderedAt === undefined ? [batchId] : [],
    );
  }

  async read(batchId: Uint8Array): Promise<StoredBody | undefined> {
    return this.#disk.find(batchId)?.stored;
  }

  async readRange({ from, bytesMax }: { from: BodyPlace; bytesMax: number }) {
    const ordered = [...this.#disk.entries.values()]
      .flatMap(({ stored, orderedAt: height }) => (height === undefined ? [] : [{ ...stored, height }]))
      .sort((a, b) => a.height - b.height)
      .filter(({ height }) => height >= from.height);
    const skipped = ordered.slice(from.index);
    let bytes = 0;
    const bodies = skipped.filter(({ body }, at) => {
      bytes += body.length;
      return at === 0 || bytes <= bytesMax;
    });
    const last = bodies.at(-1);
    if (last === undefined) return { bodies, next: from };
    const index = ordered.filter(({ height }) => height === last.height).indexOf(last) + 1;
    return { bodies, next: { height: last.height, index } };
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    return this.#disk.freeBytes >= bytes;
  }

  isHealing(): boolean {
    return this.healing;
  }
}
