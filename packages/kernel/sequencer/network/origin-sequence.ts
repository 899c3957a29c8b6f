import { utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";

/** How many numbers are reserved with one write. */
export const reservedNumbers = 65_536;

/**
 * Numbers for this node's containers, each used once in its life. Two containers under one number would be evidence against
 * it, so numbers are reserved on the disk before they are used, and a restart skips what was left.
 */
export class OriginSequence {
  readonly #disk: Disk;
  readonly #path: string;
  #next: number;
  #reserved: number;

  private constructor(place: { disk: Disk; path: string }, reserved: number) {
    this.#disk = place.disk;
    this.#path = place.path;
    this.#next = reserved;
    this.#reserved = reserved;
  }

  /**
   * `atLeast`: the first number that no container on this disk has. Throws SyntaxError where the file holds no number: with a
   * guess this node might sign two containers under one.
   */
  static async open({ atLeast, ...place }: { disk: Disk; path: string; atLeast: number }): Promise<OriginSequence> {
    const bytes = await findWholeFile(place.disk, place.path);
    const text = bytes === undefined ? "0" : new TextDecoder().decode(bytes);
    if (!/^\d{1,15}$/.test(text)) throw new SyntaxError(`${place.path} holds no number`);
    return new OriginSequence(place, Math.max(atLeast, Number(text)));
  }

  /** As many numbers as asked for, one after another: the first of them. */
  async take(count: number): Promise<number> {
    if (this.#next + count > this.#reserved) {
      this.#reserved = this.#next + count + reservedNumbers;
      await writeWholeFile(this.#disk, this.#path, utf8(String(this.#reserved)));
    }
    this.#next += count;
    return this.#next - count;
  }
}
