import { utf8 } from "@mingbai/codec/bytes";
import { partBytesMax } from "@mingbai/treasury/content";

/** Canonical bytes of one line's texts: four texts of 200 characters, each at most six bytes. */
export const lineTextsBytesMax = 8_192;

const start = utf8('{"kind":"listPart","lines":[');
const end = utf8("]}");
const comma = 0x2c;
const encoder = new TextEncoder();

/**
 * Writes texts of lines one after another into as few parts as their bytes allow.
 * PERF: 1,000,000 lines a list; each goes once into the memory of its part. Bench: disburse.million.
 */
export class PartWriter {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #memory = new Uint8Array(0);
  #at = 0;

  /** `spelt`: the texts of a line in canonical JSON, at most `lineTextsBytesMax` bytes. */
  add(spelt: string): void {
    if (this.#at + spelt.length * 3 + end.length >= this.#memory.length && !this.#fits(spelt)) this.#begin();
    if (this.#at > start.length) this.#memory[this.#at++] = comma;
    this.#at += encoder.encodeInto(spelt, this.#memory.subarray(this.#at)).written;
  }

  /** The parts, in the order of their lines. */
  done(): readonly Uint8Array<ArrayBuffer>[] {
    this.#finish();
    return this.#parts;
  }

  /** With the comma before it and the end behind it. */
  #fits(spelt: string): boolean {
    return this.#at + 1 + utf8(spelt).length + end.length <= this.#memory.length;
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
