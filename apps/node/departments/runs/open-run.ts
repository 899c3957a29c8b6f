import { concat } from "@mingbai/codec/bytes";
import type { DiskFile } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { type FactRun, faultsKeptMax, type LineFault } from "./fact-run.ts";
import { listRuns, makeRunKey, type RunPlace, readRunKey, runFiles, writeAbout } from "./run-files.ts";
import { openRecord, type RunKey, readRecords, sealRecord } from "./sealed-records.ts";

const askedPlace = -1;
const lengthBytes = 4;

/** A run that is being taken: each batch is durable before the next is asked for, so that a crash loses one at most. */
export class OpenRun {
  readonly #place: RunPlace;
  readonly #key: RunKey;
  readonly #file: DiskFile;
  #about: FactRun;
  #records: number;
  #end: number;

  private constructor(
    place: RunPlace,
    { key, file, about, records, end }: { key: RunKey; file: DiskFile; about: FactRun; records: number; end: number },
  ) {
    this.#place = place;
    this.#key = key;
    this.#file = file;
    this.#about = about;
    this.#records = records;
    this.#end = end;
  }

  static async begin(
    place: RunPlace,
    of: Pick<FactRun, "source" | "sources" | "list" | "startedMs" | "batch">,
  ): Promise<OpenRun> {
    const run = Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString("hex");
    const files = runFiles(place, run);
    await place.disk.makeFolder(files.own);
    const key = await makeRunKey(place, run);
    const file = await place.disk.open(files.facts, "create");
    // Which one is newer must not hang on a clock that stood still or was set back.
    const newest = (await listRuns(place)).at(-1);
    const startedMs = Math.max(of.startedMs, (newest?.startedMs ?? -1) + 1);
    const about: FactRun = { ...of, run, startedMs, state: "taking", facts: 0, bad: 0, faults: [] };
    await writeAbout(place, about);
    await place.disk.syncFolder(place.folder);
    return new OpenRun(place, { key, file, about, records: 0, end: 0 });
  }

  /** Goes on where a crash or a fault ended it: with the batches that are whole. */
  static async resume(place: RunPlace, about: FactRun): Promise<OpenRun> {
    const key = await readRunKey(place, about.run);
    const file = await place.disk.open(runFiles(place, about.run).facts, "write");
    let [records, end, facts] = [0, 0, 0];
    for await (const record of readRecords(file)) {
      facts += countLines(openRecord(key, records, record.sealed));
      records++;
      end = record.end;
    }
    await file.truncate(end);
    return new OpenRun(place, { key, file, about: { ...about, facts }, records, end });
  }

  get about(): FactRun {
    return this.#about;
  }

  /** Batches that are durable. */
  get records(): number {
    return this.#records;
  }

  /** Keeps whom this run asks about, sealed: it is asked about the same people after a crash. */
  async keepAsked(numbers: readonly string[]): Promise<void> {
    const sealed = concat(...sealRecord(this.#key, askedPlace, numbers.join("\n")));
    await writeWholeFile(this.#place.disk, runFiles(this.#place, this.#key.run).asked, sealed);
  }

  async findAsked(): Promise<string[] | undefined> {
    const bytes = await findWholeFile(this.#place.disk, runFiles(this.#place, this.#key.run).asked);
    if (bytes === undefined) return undefined;
    const text = openRecord(this.#key, askedPlace, bytes.subarray(lengthBytes));
    return text === "" ? [] : text.split("\n");
  }

  /** One batch, which may be empty: it is a record of its own. */
  async append(facts: readonly Fact[], faults: readonly LineFault[] = []): Promise<void> {
    const text = facts.map((fact) => JSON.stringify(fact)).join("\n");
    const sealed = sealRecord(this.#key, this.#records, text);
    await this.#file.write(sealed, this.#end);
    await this.#file.sync();
    this.#records++;
    this.#end += sealed.reduce((sum, bytes) => sum + bytes.length, 0);
    const kept = [...this.#about.faults, ...faults].slice(0, faultsKeptMax);
    const { facts: before, bad } = this.#about;
    this.#about = { ...this.#about, facts: before + facts.length, bad: bad + faults.length, faults: kept };
  }

  /** All has come; from now on it stands for what the department knows. */
  async finish({ endedMs, sourceMs }: { endedMs: number; sourceMs: number | undefined }): Promise<FactRun> {
    await this.#file.close();
    this.#about = { ...this.#about, state: "done", endedMs, ...(sourceMs !== undefined && { sourceMs }) };
    await writeAbout(this.#place, this.#about);
    return this.#about;
  }

  /** Leaves it as it is: it is gone on with, or erased, another time. */
  async leave(): Promise<void> {
    await writeAbout(this.#place, this.#about);
    await this.#file.close();
  }
}

function countLines(text: string): number {
  return text === "" ? 0 : text.split("\n").length;
}
