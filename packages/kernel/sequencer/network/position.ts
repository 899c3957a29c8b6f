import { utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";

/** After how many empty blocks the position is written: what an engine shows again after a restart. */
export const emptyBlocksUnwrittenMax = 256;

interface Place {
  readonly disk: Disk;
  readonly path: string;
}

const Stored = z.strictObject({ height: z.int().nonnegative(), effectiveHeight: z.int().nonnegative() });

/**
 * How far the engine has counted. Blocks that change nothing leave no trace in the ledger; so that an idle night is not shown
 * again at each start, the height up to which they were empty is written now and then, for the last block that was not.
 *
 * That block itself is durable here before the engine is told so, and the engine notes what it was told before it asks to
 * commit. Where both die in between, an engine that heard of this height would miss its own note and never start again
 * ("expected height 2 but last stored abci responses was at height 1"): after a start the last block counts as not yet committed, and
 * is shown once more.
 */
export class EnginePosition {
  readonly #place: Place;
  #height: number;
  #written: number;

  private constructor(place: Place, height: number) {
    this.#place = place;
    this.#height = height;
    this.#written = height;
  }

  /**
   * `effectiveHeight`: of the last block that the ledger's own log holds. A position of another block is of no use. Never below
   * `eraBase`, where the engine began.
   */
  static async open(
    place: Place,
    { effectiveHeight, eraBase }: { effectiveHeight: number; eraBase: number },
  ): Promise<EnginePosition> {
    const bytes = await findWholeFile(place.disk, place.path);
    const stored = bytes && Stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const isOfThis = stored?.effectiveHeight === effectiveHeight && stored.height >= effectiveHeight;
    return new EnginePosition(place, isOfThis ? stored.height : Math.max(eraBase, effectiveHeight - 1));
  }

  /** The engine itself said where it stands: it joined by a snapshot of this height, and has no block before. */
  static async at(
    place: Place,
    { height, effectiveHeight }: { height: number; effectiveHeight: number },
  ): Promise<EnginePosition> {
    const position = new EnginePosition(place, height);
    await position.#write(effectiveHeight);
    return position;
  }

  get height(): number {
    return this.#height;
  }

  /** A block that the ledger's own log holds. */
  reached(height: number): void {
    this.#height = height;
    this.#written = height;
  }

  /** One that changed nothing. */
  async passedEmpty(height: number, effectiveHeight: number): Promise<void> {
    this.#height = height;
    if (height - this.#written < emptyBlocksUnwrittenMax) return;
    await this.#write(effectiveHeight);
  }

  async #write(effectiveHeight: number): Promise<void> {
    const { disk, path } = this.#place;
    const height = this.#height;
    await writeWholeFile(disk, path, utf8(JSON.stringify({ height, effectiveHeight })));
    this.#written = height;
  }
}
