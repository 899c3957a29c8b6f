import { viewOf } from "@mingbai/codec/bytes";
import { findU64 } from "@mingbai/codec/u64";

/** Reads the fields of a message of fixed width one after another; its length is judged before. */
export class FieldReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bytes(length: number): Uint8Array {
    return this.#bytes.subarray(this.#skip(length), this.#at);
  }

  u8(): number {
    return viewOf(this.#bytes).getUint8(this.#skip(1));
  }

  u16(): number {
    return viewOf(this.#bytes).getUint16(this.#skip(2), true);
  }

  u32(): number {
    return viewOf(this.#bytes).getUint32(this.#skip(4), true);
  }

  /** Undefined above 2^53 − 1. */
  findU64(): number | undefined {
    return findU64(this.#bytes, this.#skip(8));
  }

  #skip(length: number): number {
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
