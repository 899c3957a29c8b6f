import type { Disk } from "@mingbai/log/disk/disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { encodeVaultEntry, joinVaultEntry, type SealedEntry, type Sealing, type VaultEntry } from "./vault-record.ts";

/** Where a node keeps names and texts, sealed: append-only, durable before the transaction that needs them is sent. */
export class VaultLog {
  readonly #log: SegmentLog;
  readonly #sealing: Sealing;
  /** Whether nothing was in it when it was opened. */
  readonly wasEmpty: boolean;

  private constructor(log: SegmentLog, sealing: Sealing) {
    this.#log = log;
    this.#sealing = sealing;
    this.wasEmpty = log.durable === 0;
  }

  /** `segmentBytes`: bytes of each new segment; the log's default unless given. */
  static async open({
    sealing,
    ...place
  }: {
    disk: Disk;
    folder: string;
    sealing: Sealing;
    segmentBytes?: number;
  }): Promise<VaultLog> {
    return new VaultLog(await openSegmentLog(place), sealing);
  }

  /** Records below this number are durable. */
  get durable(): number {
    return this.#log.durable;
  }

  /** Seals and stores the entries; resolves when they are durable. A later entry of a subject replaces the earlier. */
  async put(entries: readonly VaultEntry[]): Promise<void> {
    await this.#append(await Promise.all(entries.map((entry) => encodeVaultEntry(entry, this.#sealing))));
  }

  /** Stores an entry that another node sealed to this vault's key; resolves when it is durable. */
  async putSealed(entry: SealedEntry): Promise<void> {
    await this.#append([joinVaultEntry(entry)]);
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  async #append(encoded: readonly Uint8Array[]): Promise<void> {
    // The disk was full at an earlier put; there may be room by now.
    if (this.#log.status === "full") await this.#log.resume();
    for (const bytes of encoded) {
      this.#log.append([bytes]);
    }
    await this.#log.commit();
  }
}
