import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";
import { askAgainMsMax, askAgainMsMin, askedAgainAtOnceMax, subjectsPerPathMax, wantedMax } from "./limits.ts";

/** An entry that this node may have and lacks. */
export interface Want {
  readonly subject: string;
  /** Ends with the subject. The first one stands on the ledger, each further one in the content before it. */
  readonly path: readonly string[];
  pauseMs: number;
  /** Takes back the next turn, while that is awaited. */
  takeBack: (() => void) | undefined;
}

const Noted = z.array(z.array(z.string()).min(2).max(subjectsPerPathMax)).max(wantedMax);

/**
 * What is to be fetched, each at its time. What the ledger names is found again by reading the ledger; what only contents
 * name is noted in a file before the content that names it is stored.
 */
export class Wanted {
  readonly #parts: { clock: Clock; disk: Disk; path: string };
  readonly #wants = new Map<string, Want>();
  readonly #ready = new Set<Want>();
  /** Ways to what only contents name; the file has them, too. */
  readonly #noted = new Map<string, readonly string[]>();
  #writing: Promise<void> = Promise.resolve();
  #onReady: () => void = () => undefined;

  private constructor(parts: { clock: Clock; disk: Disk; path: string }) {
    this.#parts = parts;
  }

  static async open(parts: { clock: Clock; disk: Disk; path: string }): Promise<Wanted> {
    const wanted = new Wanted(parts);
    const bytes = await findWholeFile(parts.disk, parts.path);
    for (const path of bytes === undefined ? [] : readNoted(bytes, parts.path)) {
      wanted.#noted.set(keyOf(path), path);
      wanted.#insert(path);
    }
    return wanted;
  }

  /** Names the one listener for something that has come to its turn; of what waits already it hears at once. */
  onReady(listener: () => void): void {
    this.#onReady = listener;
    listener();
  }

  get size(): number {
    return this.#wants.size;
  }

  add(path: readonly string[]): void {
    this.#insert(path);
    this.#onReady();
  }

  /** Writes down what a content names, beside what was noted before and is still wanted: it is wanted after a restart. */
  async note(paths: readonly (readonly string[])[]): Promise<void> {
    if (paths.length === 0) return;
    for (const path of paths) if (this.#noted.size < wantedMax) this.#noted.set(keyOf(path), path);
    const write = (): Promise<void> => {
      const bytes = canonicalBytes([...this.#noted.values()].map((one) => [...one]));
      return writeWholeFile(this.#parts.disk, this.#parts.path, bytes);
    };
    // One after another: the file has one name while it is written.
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }

  /** The one that has waited longest; it is the caller's until `done` or `later`. */
  next(): Want | undefined {
    const [want] = this.#ready;
    if (want !== undefined) this.#ready.delete(want);
    return want;
  }

  /** It is here, or not wanted any more. */
  done({ path }: Want): void {
    this.#wants.delete(keyOf(path));
    this.#noted.delete(keyOf(path));
  }

  /** It was nowhere: its turn comes again later, each time twice as late, and later where very much is nowhere. */
  later(want: Want): void {
    const pauseMs = want.pauseMs;
    want.pauseMs = Math.min(2 * pauseMs, askAgainMsMax * Math.max(1, this.#wants.size / askedAgainAtOnceMax));
    want.takeBack = this.#parts.clock.after(pauseMs, () => {
      this.#ready.add(want);
      this.#onReady();
    });
  }

  close(): void {
    for (const { takeBack } of this.#wants.values()) takeBack?.();
    this.#wants.clear();
    this.#ready.clear();
  }

  #insert(path: readonly string[]): void {
    const key = keyOf(path);
    if (this.#wants.has(key) || this.#wants.size >= wantedMax) return;
    const want: Want = { subject: path.at(-1) ?? "", path, pauseMs: askAgainMsMin, takeBack: undefined };
    this.#wants.set(key, want);
    this.#ready.add(want);
  }
}

/** Each way is wanted by itself: two may name the same file, and only by one of them is it to be had. Names have no blanks. */
function keyOf(path: readonly string[]): string {
  return path.join(" ");
}

/** Throws SyntaxError where the file was damaged. */
function readNoted(bytes: Uint8Array, path: string): readonly (readonly string[])[] {
  const read = Noted.safeParse(findCanonical(bytes));
  if (read.success) return read.data;
  throw new SyntaxError(
    `${path} is damaged. Remove it, and vault and files with it where files that matters name do not come by themselves`,
  );
}
