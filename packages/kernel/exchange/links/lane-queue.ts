import { Buffer } from "node:buffer";
import { wordBytes } from "./frame-word.ts";

/** Small frames are written together up to here: one record and one system call for many. */
const gatherBytesMax = 64 * 1_024;
/** Longer frames are written from where they lie, without a copy. */
const gatheredFrameBytesMax = 16 * 1_024;
/** Encrypting is one step of this thread: so much at once takes about a tenth of a millisecond. */
const pieceBytesMax = 128 * 1_024;
/** What a queued frame costs besides its bytes, so that the bound also holds for a million tiny ones. */
export const frameCostBytes = 128;

/** What waits to be written on one lane, first in first out, bounded in bytes. */
export class LaneQueue {
  readonly #bytesMax: number;
  readonly #gathered = Buffer.allocUnsafeSlow(gatherBytesMax + gatheredFrameBytesMax + wordBytes);
  #frames: (Uint8Array | undefined)[] = [];
  #first = 0;
  #words: number[] = [];
  #body: Uint8Array | undefined;
  #bodyAt = 0;
  #queuedBytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** False where the frame has no room left. */
  push(frame: Uint8Array): boolean {
    const bytes = frame.length + frameCostBytes;
    if (this.#queuedBytes + bytes > this.#bytesMax) return false;
    this.#queuedBytes += bytes;
    this.#frames.push(frame);
    return true;
  }

  /** A control word, in front of all frames; one that waits already is not put twice, so that pings cannot fill the queue. */
  pushWord(word: number): void {
    if (!this.#words.includes(word)) this.#words.push(word);
  }

  /** The next bytes to write, or undefined. They stand until the next call. PERF: pieces of big frames are views. */
  next(): Uint8Array | undefined {
    if (this.#body !== undefined) return this.#nextPiece(this.#body);
    let end = this.#gatherWords();
    while (end < gatherBytesMax && this.#body === undefined) {
      const frame = this.#shift();
      if (frame === undefined) break;
      end = this.#gathered.writeUInt32LE(frame.length, end);
      if (frame.length > gatheredFrameBytesMax) {
        this.#body = frame;
        this.#bodyAt = 0;
      } else {
        this.#gathered.set(frame, end);
        end += frame.length;
        this.#queuedBytes -= frame.length + frameCostBytes;
      }
    }
    return end === 0 ? undefined : this.#gathered.subarray(0, end);
  }

  #nextPiece(body: Uint8Array): Uint8Array {
    const piece = body.subarray(this.#bodyAt, this.#bodyAt + pieceBytesMax);
    this.#bodyAt += piece.length;
    if (this.#bodyAt === body.length) {
      this.#body = undefined;
      this.#queuedBytes -= body.length + frameCostBytes;
    }
    return piece;
  }

  #gatherWords(): number {
    let end = 0;
    for (const word of this.#words) end = this.#gathered.writeUInt32LE(word, end);
    this.#words = [];
    return end;
  }

  #shift(): Uint8Array | undefined {
    const frame = this.#frames[this.#first];
    if (frame === undefined) return undefined;
    // Taken frames must not be kept alive until the array is cut.
    this.#frames[this.#first] = undefined;
    this.#first += 1;
    if (this.#first === this.#frames.length || this.#first >= 4_096) {
      this.#frames = this.#frames.slice(this.#first);
      this.#first = 0;
    }
    return frame;
  }
}
