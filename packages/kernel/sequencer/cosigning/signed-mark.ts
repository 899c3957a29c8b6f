import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";

const Stored = z.strictObject({ size: z.int().nonnegative(), root: z.string().regex(/^[0-9a-f]{64}$/) });

interface SignedTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** The largest tree that this node has signed: on the disk before the signature goes anywhere. */
export class SignedMark {
  readonly #place: { readonly disk: Disk; readonly path: string };
  #tree: SignedTree | undefined;

  private constructor(place: { disk: Disk; path: string }, tree: SignedTree | undefined) {
    this.#place = place;
    this.#tree = tree;
  }

  static async open(place: { disk: Disk; path: string }): Promise<SignedMark> {
    const bytes = await findWholeFile(place.disk, place.path);
    const stored = bytes && Stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new SignedMark(place, stored && { size: stored.size, root: fromHex(stored.root) });
  }

  /**
   * True once it is durable that this tree is the largest; false where a larger one was signed. Throws where another root
   * of this size was signed: the log is not the one that this node has vouched for.
   */
  async advance({ size, root }: SignedTree): Promise<boolean> {
    const { size: last = 0, root: lastRoot = root } = this.#tree ?? {};
    if (size < last) return false;
    if (size === last && !equalBytes(root, lastRoot)) {
      throw new Error(`this node has signed another root of ${size} leaves: the log has changed under it`);
    }
    if (size === last && this.#tree !== undefined) return true;
    const { disk, path } = this.#place;
    await writeWholeFile(disk, path, utf8(JSON.stringify({ size, root: toHex(root) })));
    this.#tree = { size, root };
    return true;
  }
}
