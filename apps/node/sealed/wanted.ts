import { utf8 } from "@mingbai/codec/bytes";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";
import { askAgainMsMax, askAgainMsMin, subjectsPerPathMax, wantedMax } from "./limits.ts";

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
  #onReady: () => void = () => undefined;

  private constructor(parts: { clock: Clock; disk: Disk; path: string }) {
    this.#parts = parts;
  }

  static async open(parts: { clock: Clock; disk: Disk; path: string }): Promise<Wanted> {
    const wanted = new Wanted(parts);
    const bytes = await findWholeFile(parts.disk, parts.path);
    const noted = bytes === undefined ? [] : Noted.parse(JSON.parse(new TextDecoder().decode(bytes)));
    for (const path of noted) wanted.#insert(path);
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
    const before = [...this.#wants.values()].map(({ path }) => path).filter((path) => path.length > 1);
    const noted = [...before, ...paths].slice(0, wantedMax);
    await writeWholeFile(this.#parts.disk, this.#parts.path, utf8(JSON.stringify(noted)));
  }

  /** The one that has waited longest; it is the caller's until `done` or `later`. */
  next(): Want | undefined {
    const [want] = this.#ready;
    if (want !== undefined) this.#ready.delete(want);
    return want;
  }

  /** It is here, or not wanted any more. */
  done({ subject }: Want): void {
    this.#wants.delete(subject);
  }

  /** It was nowhere: its turn comes again later, each time twice as late. */
  later(want: Want): void {
    const pauseMs = want.pauseMs;
    want.pauseMs = Math.min(2 * pauseMs, askAgainMsMax);
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
    const subject = path.at(-1) ?? "";
    if (this.#wants.has(subject) || this.#wants.size >= wantedMax) return;
    const want: Want = { subject, path, pauseMs: askAgainMsMin, takeBack: undefined };
    this.#wants.set(subject, want);
    this.#ready.add(want);
  }
}
