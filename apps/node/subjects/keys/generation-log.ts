import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { clearSide, type KeyPlace, readKek, sideOf, writeCurrent, writeKek } from "./generation-files.ts";
import { type KeyRecordKind, openKeyRecord, rowBytesOf, rowsPerRecord, sealKeyRecord } from "./key-record.ts";
import { SubjectKeys } from "./subject-keys.ts";

/** 50,000 keys; each segment is written out beforehand. */
const segmentBytesDefault = 2 * 1024 * 1024;
/** Rows of one record: 640 KiB, so that no sealing holds up others for long. */
const rowsPerRecordMax = 16_384;

export interface GenerationParts extends KeyPlace {
  /** The vault's key. */
  readonly key: SealingKey;
  /** Bytes of each new segment; `segmentBytesDefault` unless given. */
  readonly segmentBytes?: number | undefined;
}

/** The records of one generation and the key that seals them, as their writer has them open. */
export class GenerationLog {
  readonly generation: number;
  readonly #kek: Uint8Array;
  readonly #log: SegmentLog;

  private constructor(parts: { generation: number; kek: Uint8Array; log: SegmentLog }) {
    this.generation = parts.generation;
    this.#kek = parts.kek;
    this.#log = parts.log;
  }

  /** Opens the generation that counts. */
  static async open(parts: GenerationParts, generation: number): Promise<GenerationLog> {
    const kek = await readKek(parts, { generation, key: parts.key });
    return new GenerationLog({ generation, kek, log: await openSide(parts, generation) });
  }

  /** Makes a generation of these keys beside the one that counts, under a key of its own. Durable at the end, and not yet counting. */
  static async make(parts: GenerationParts, generation: number, keys: SubjectKeys): Promise<GenerationLog> {
    await clearSide(parts, generation);
    const kek = crypto.getRandomValues(new Uint8Array(dataKeyBytes));
    await parts.disk.makeFolder(sideOf(parts, generation).log);
    await parts.disk.syncFolder(parts.folder);
    await writeKek(parts, { generation, kek, key: parts.key });
    const made = new GenerationLog({ generation, kek, log: await openSide(parts, generation) });
    try {
      for (const { kind, rows } of keys.pieces(made.#rowsPerRecord)) {
        await made.append(kind, rows);
        rows.fill(0);
      }
      return made;
    } catch (error) {
      // Why it could not be made is what is told; the next attempt and the next start remove what there is of it.
      await made.close().catch(() => undefined);
      throw error;
    }
  }

  /** Records below this number are durable. */
  get durable(): number {
    return this.#log.durable;
  }

  /** From now on this generation counts; durable at the end. */
  async begin(place: KeyPlace): Promise<void> {
    await writeCurrent(place, { generation: this.generation, records: this.durable });
  }

  /** Resolves when the rows are durable. Rejects with LOG_FULL where they were refused; some may have been kept. */
  async append(kind: KeyRecordKind, rows: Uint8Array): Promise<void> {
    // The disk was full before; there may be room by now.
    if (this.#log.status === "full") await this.#log.resume();
    const bytes = this.#rowsPerRecord * rowBytesOf[kind];
    for (let at = 0; at < rows.length; at += bytes) {
      const piece = rows.subarray(at, at + bytes);
      this.#log.append(sealKeyRecord({ generation: this.generation, kek: this.#kek }, kind, piece));
    }
    await this.#log.commit();
  }

  /** All keys of the generation. */
  async load(): Promise<SubjectKeys> {
    const keys = new SubjectKeys();
    for await (const { payload } of this.#log.records(this.#log.first)) {
      keys.take(openKeyRecord({ generation: this.generation, kek: this.#kek }, payload));
    }
    return keys;
  }

  close(): Promise<void> {
    this.#kek.fill(0);
    return this.#log.close();
  }

  get #rowsPerRecord(): number {
    return Math.min(rowsPerRecordMax, rowsPerRecord(this.#log.payloadBytesMax));
  }
}

function openSide(parts: GenerationParts, generation: number): Promise<SegmentLog> {
  const { disk, segmentBytes = segmentBytesDefault } = parts;
  return openSegmentLog({ disk, folder: sideOf(parts, generation).log, segmentBytes });
}
