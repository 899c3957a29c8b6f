import { utf8 } from "@mingbai/codec/bytes";
import { partBytesMax } from "@mingbai/treasury/content";

/** Canonical bytes of one line's texts: four texts of 200 characters, each at most six bytes. */
export const lineTextsBytesMax = 8_192;

const start = utf8('{"kind":"listPart","lines":[');
const end = utf8("]}");
const comma = 0x2c;

/**
 * Writes texts of lines one after another into as few parts as their bytes allow.
 * PERF: 1,000,000 lines a list; each goes once into the memory of its part. Bench: disburse.million.
 */
export class PartWriter {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #memory = new Uint8Array(0);
  #at = 0;

  /** `texts`: those of a line in canonical JSON, at most `lineTextsBytesMax` bytes. */
  add(texts: Uint8Array): void {
    // With the comma before it and the end behind it.
    if (this.#at + 1 + texts.length + end.length > this.#memory.length) this.#begin();
    if (this.#at > start.length) this.#memory[this.#at++] = comma;
    this.#memory.set(texts, this.#at);
    this.#at += texts.length;
  }

  /** The parts, in the order of their lines. */
  done(): readonly Uint8Array<ArrayBuffer>[] {
    this.#finish();
    return this.#parts;
  }

  #begin(): void {
    this.#finish();
    this.#memory = new Uint8Array(partBytesMax);
    this.#memory.set(start);
    this.#at = start.length;
  }

  #finish(): void {
    if (this.#at === 0) return;
    this.#memory.set(end, this.#at);
    this.#parts.push(this.#memory.subarray(0, this.#at + end.length));
    this.#at = 0;
  }
}
