import { utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";

/** After how many empty blocks the position is written: what an engine shows again after a restart. */
export const emptyBlocksUnwrittenMax = 256;

const Stored = z.strictObject({ height: z.int().nonnegative(), effectiveHeight: z.int().nonnegative() });

/**
 * How far the engine has counted. Blocks that change nothing leave no trace in the ledger; so that an idle night is not shown
 * again at each start, the height up to which they were empty is written now and then, for the last block that was not.
 */
export class EnginePosition {
  readonly #place: { readonly disk: Disk; readonly path: string };
  #height: number;
  #written: number;

  private constructor(place: { disk: Disk; path: string }, height: number) {
    this.#place = place;
    this.#height = height;
    this.#written = height;
  }

  /** `effectiveHeight`: of the last block that the ledger's own log holds. A position of another block is of no use. */
  static async open(place: { disk: Disk; path: string }, effectiveHeight: number): Promise<EnginePosition> {
    const bytes = await findWholeFile(place.disk, place.path);
    const stored = bytes && Stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const isOfThis = stored?.effectiveHeight === effectiveHeight && stored.height > effectiveHeight;
    return new EnginePosition(place, isOfThis ? stored.height : effectiveHeight);
  }

  /** The engine itself said where it stands: it joined by a snapshot of this height. */
  static at(place: { disk: Disk; path: string }, height: number): EnginePosition {
    return new EnginePosition(place, height);
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
    await writeWholeFile(this.#place.disk, this.#place.path, utf8(JSON.stringify({ height, effectiveHeight })));
    this.#written = height;
  }
}
