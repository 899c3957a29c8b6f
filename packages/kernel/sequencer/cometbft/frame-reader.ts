/** Why a stream is no stream of requests. The connection is closed with it. */
export type StreamFault = "LENGTH_MALFORMED" | "FRAME_TOO_LONG" | "REQUEST_MALFORMED" | "REQUEST_UNKNOWN";

type LengthFault = Extract<StreamFault, "LENGTH_MALFORMED" | "FRAME_TOO_LONG">;

/** Above a block of 2 MiB with its commit, and above a snapshot's chunk. */
export const frameBytesMax = 32 * 1024 * 1024;
/** Any uvarint up to `frameBytesMax` fits in four bytes; a fifth is read so that a length too long is named so. */
const lengthBytesMax = 5;

/**
 * Cuts a stream into frames: an unsigned varint, plain, not zigzag as in older versions, then as many bytes. Total:
 * every stream gives frames and then perhaps a fault. Holds at most one frame that is not whole.
 */
export class FrameReader {
  #length = 0;
  #lengthBytes = 0;
  /** The frame being filled, once its length is known and no single chunk holds it. */
  #frame: Uint8Array | undefined;
  #filled = 0;

  /**
   * The frames that end in this chunk. Those that lie in it whole are views of it. After a fault nothing may be pushed.
   */
  push(chunk: Uint8Array): { readonly frames: readonly Uint8Array[]; readonly fault?: StreamFault } {
    const frames: Uint8Array[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#frame !== undefined) {
        at += this.#fill(this.#frame, chunk.subarray(at), frames);
        continue;
      }
      const ending = this.#readLength(chunk[at++] ?? 0);
      if (ending === "LENGTH_MALFORMED" || ending === "FRAME_TOO_LONG") return { frames, fault: ending };
      if (ending === "more") continue;
      at += this.#begin(ending, chunk.subarray(at), frames);
    }
    return { frames };
  }

  /** Whether the stream may end here. */
  get isBetweenFrames(): boolean {
    return this.#frame === undefined && this.#lengthBytes === 0;
  }

  #readLength(byte: number): number | "more" | LengthFault {
    this.#length += (byte & 0x7f) * 2 ** (7 * this.#lengthBytes++);
    if (this.#length > frameBytesMax) return "FRAME_TOO_LONG";
    if (byte >= 0x80) return this.#lengthBytes < lengthBytesMax ? "more" : "LENGTH_MALFORMED";
    const length = this.#length;
    this.#length = 0;
    this.#lengthBytes = 0;
    return length;
  }

  #begin(length: number, rest: Uint8Array, frames: Uint8Array[]): number {
    if (rest.length >= length) {
      frames.push(rest.subarray(0, length));
      return length;
    }
    this.#frame = new Uint8Array(length);
    this.#filled = 0;
    return 0;
  }

  #fill(frame: Uint8Array, rest: Uint8Array, frames: Uint8Array[]): number {
    const taken = Math.min(rest.length, frame.length - this.#filled);
    frame.set(rest.subarray(0, taken), this.#filled);
    this.#filled += taken;
    if (this.#filled === frame.length) {
      frames.push(frame);
      this.#frame = undefined;
    }
    return taken;
  }
}
