import type { DiskFile } from "../disk/disk.ts";
import { isRefusedAsFull } from "../disk/disk-error.ts";
import { spareName } from "./layout.ts";
import type { LogPlace } from "./log-state.ts";
import { makeSpare } from "./make-segment.ts";

type Outcome = { readonly file: DiskFile } | { readonly error: unknown };

/** The file of the next segment, made while the present one still has room, so that no commit waits for it. */
export class SpareSegment {
  readonly #place: LogPlace;
  #outcome: Promise<Outcome> | undefined;

  constructor(place: LogPlace) {
    this.#place = place;
  }

  /** Begins to make the file; how it went is seen when it is taken. */
  prepare(): void {
    this.#outcome ??= makeSpare(this.#place).then(
      (file) => ({ file }),
      (error: unknown) => ({ error }),
    );
  }

  /** Makes the file now; rejects where that fails. */
  async ensure(): Promise<void> {
    const file = await this.take();
    this.#outcome = Promise.resolve({ file });
  }

  /** The file made before, or one made now. Space that was missing before may be free now. */
  async take(): Promise<DiskFile> {
    const outcome = await this.#outcome;
    this.#outcome = undefined;
    if (outcome && "file" in outcome) return outcome.file;
    if (outcome && !isRefusedAsFull(outcome.error)) throw outcome.error;
    return makeSpare(this.#place);
  }

  /** Lets go of the file and removes it; rejects where making it had failed for another reason than a full disk. */
  async discard(): Promise<void> {
    const outcome = await this.#outcome;
    this.#outcome = undefined;
    if (!outcome) return;
    if ("error" in outcome) {
      if (isRefusedAsFull(outcome.error)) return;
      throw outcome.error;
    }
    await outcome.file.close();
    await this.#place.disk.remove(`${this.#place.folder}/${spareName}`);
  }
}
