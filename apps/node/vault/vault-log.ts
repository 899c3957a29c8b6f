import type { Disk } from "@mingbai/log/disk/disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { encodeVaultEntry, type Sealing, type VaultEntry } from "./vault-record.ts";

/** Where a node keeps names and texts, sealed: append-only, durable before the transaction that needs them is sent. */
export class VaultLog {
  readonly #log: SegmentLog;
  readonly #sealing: Sealing;

  private constructor(log: SegmentLog, sealing: Sealing) {
    this.#log = log;
    this.#sealing = sealing;
  }

  static async open(parts: { disk: Disk; folder: string; sealing: Sealing }): Promise<VaultLog> {
    return new VaultLog(await openSegmentLog({ disk: parts.disk, folder: parts.folder }), parts.sealing);
  }

  /** Records below this number are durable. */
  get durable(): number {
    return this.#log.durable;
  }

  /** Seals and stores the entries; resolves when they are durable. A later entry of a subject replaces the earlier. */
  async put(entries: readonly VaultEntry[]): Promise<void> {
    for (const bytes of await Promise.all(entries.map((entry) => encodeVaultEntry(entry, this.#sealing)))) {
      this.#log.append([bytes]);
    }
    await this.#log.commit();
  }

  close(): Promise<void> {
    return this.#log.close();
  }
}
