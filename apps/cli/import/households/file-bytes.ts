import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Bytes } from "@mingbai/tabular/read/open-table";

const pieceBytes = 1024 * 1024;

/** A file's bytes, read where they are asked for: a list of 100,000 households stays on the disk. Throws what the disk says. */
export class FileBytes implements Bytes, Disposable {
  readonly #file: number;
  readonly length: number;

  constructor(path: string) {
    this.#file = openSync(path, "r");
    this.length = fstatSync(this.#file).size;
  }

  subarray(from: number, to: number = this.length): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, this.length) - from));
    const read = readSync(this.#file, bytes, 0, bytes.length, from);
    return bytes.subarray(0, read);
  }

  /** SHA-256, hexadecimal. */
  digest(): string {
    const hash = createHash("sha256");
    for (let at = 0; at < this.length; at += pieceBytes) hash.update(this.subarray(at, at + pieceBytes));
    return hash.digest("hex");
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}
