import { toHex } from "@mingbai/codec/hex";
import { batchId, type ContainerHeader, findContainerHeader } from "@mingbai/ledger/container/container";
import type { StoredBody } from "@mingbai/log/bodies/body-record";

export interface DiskEntry {
  readonly batchId: Uint8Array;
  readonly header: ContainerHeader;
  readonly stored: StoredBody;
  /** Undefined until a block orders it. */
  orderedAt: number | undefined;
}

/** What a member's machine keeps over a crash: containers, by batch id, in the order in which they became durable. */
export class MemoryDisk {
  readonly entries = new Map<string, DiskEntry>();
  /** Bytes that still fit. */
  freeBytes = Number.POSITIVE_INFINITY;

  write(entry: DiskEntry): void {
    this.entries.set(toHex(entry.batchId), entry);
    this.freeBytes -= entry.stored.body.length;
  }

  find(id: Uint8Array): DiskEntry | undefined {
    return this.entries.get(toHex(id));
  }

  ordered(id: Uint8Array, height: number): void {
    const entry = this.find(id);
    if (entry !== undefined) entry.orderedAt ??= height;
  }

  expire(height: number): void {
    for (const [id, { header, orderedAt, stored }] of this.entries) {
      if (orderedAt !== undefined || header.expiryHeight >= height) continue;
      this.entries.delete(id);
      this.freeBytes += stored.body.length;
    }
  }
}

/** As it is written; throws where the header is none. */
export function diskEntry(stored: StoredBody): DiskEntry {
  const header = findContainerHeader(stored.headerBytes);
  if (header === undefined) throw new RangeError("not a container's header");
  return { batchId: batchId(stored.headerBytes), header, stored, orderedAt: undefined };
}
