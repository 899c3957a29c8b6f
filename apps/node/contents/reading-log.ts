import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { FileReading, readingsShownMax } from "@mingbai/http/contents-views";
import type { Disk } from "@mingbai/log/disk/disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";

/** Some 25,000 readings; each segment is written out beforehand. */
const segmentBytesDefault = 4 * 1024 * 1024;

/** Who looked at which file: append-only, one canonical JSON object a reading, pseudonyms and times only. */
export class ReadingLog {
  readonly #log: SegmentLog;
  /** The numbers of each file's records, ascending. */
  readonly #ofFile = new Map<string, number[]>();

  private constructor(log: SegmentLog) {
    this.#log = log;
  }

  static async open({
    segmentBytes = segmentBytesDefault,
    ...place
  }: {
    disk: Disk;
    folder: string;
    segmentBytes?: number | undefined;
  }): Promise<ReadingLog> {
    const log = await openSegmentLog({ ...place, segmentBytes });
    const readings = new ReadingLog(log);
    for await (const { sequence, payload } of log.records(log.first)) readings.#note(readReading(payload), sequence);
    return readings;
  }

  /** Resolves when the reading is durable. Until then nothing may be opened. */
  async record(reading: FileReading): Promise<void> {
    if (this.#log.status === "full") await this.#log.resume();
    const sequence = this.#log.append([canonicalBytes(reading)]);
    await this.#log.commit();
    this.#note(reading, sequence);
  }

  /** The readings of a file, the newest first, at most `readingsShownMax`. */
  async of(file: string): Promise<readonly FileReading[]> {
    const newest = (this.#ofFile.get(file) ?? []).slice(-readingsShownMax).reverse();
    return Promise.all(newest.map(async (sequence) => readReading(await this.#log.read(sequence))));
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  #note({ file }: FileReading, sequence: number): void {
    const known = this.#ofFile.get(file);
    if (known === undefined) this.#ofFile.set(file, [sequence]);
    else known.push(sequence);
  }
}

function readReading(payload: Uint8Array): FileReading {
  return FileReading.parse(findCanonical(payload));
}
