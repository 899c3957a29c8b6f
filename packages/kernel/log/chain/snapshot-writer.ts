import type { Disk } from "../disk/disk.ts";
import { isRefusedAsFull } from "../disk/disk-error.ts";
import { followSnapshots } from "../snapshots/snapshot-store.ts";
import { saveSnapshot, snapshotsFolder } from "./chain-snapshot.ts";

interface Place {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
}

/** A chain's snapshots, written beside its work, one after another. */
export class SnapshotWriter {
  readonly #place: Place;
  #writing: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  constructor({ disk, folder }: Place) {
    this.#place = { disk, folder };
  }

  /**
   * Writes one once those before it are written. Without room there is none this time: a restart only takes longer. Any other
   * failure `expectSound` raises: the disk is not to be trusted.
   */
  start(snapshot: Omit<Parameters<typeof saveSnapshot>[0], keyof Place>): void {
    this.#writing = this.#writing
      .then(() => saveSnapshot({ ...this.#place, ...snapshot }))
      .catch((error) => {
        if (!isRefusedAsFull(error)) this.#failure = { error };
      });
  }

  expectSound(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Resolves when none is being written. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Heights of those that a restart may begin with, ascending. */
  heights(): Promise<number[]> {
    const { disk, folder } = this.#place;
    return followSnapshots({ disk, folder: `${folder}/${snapshotsFolder}` }).heights();
  }
}
