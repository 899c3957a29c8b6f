/** Asks for its next bytes by their number and is given exactly so many. They stay as they are. */
export type Pulled<T> = Generator<number, T, Uint8Array>;

/** Feeds bytes, cut anywhere, to a reader that asks for them by number. */
export class PullReader {
  readonly #reading: Pulled<void>;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #wanted: number;
  #isOver: boolean;

  constructor(reading: Pulled<void>) {
    this.#reading = reading;
    const { done = false, value } = reading.next(new Uint8Array());
    this.#isOver = done;
    this.#wanted = value ?? 0;
  }

  /** True where the reader wants nothing more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Throws what the reader throws, and SyntaxError where something follows its end. */
  push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#bytes += bytes.length;
    if (this.#isOver && bytes.length > 0) throw new SyntaxError("something follows the end");
    if (this.#isOver || this.#bytes < this.#wanted) return;
    const all = Buffer.concat(this.#parts, this.#bytes);
    let at = 0;
    while (!this.#isOver && all.length - at >= this.#wanted) {
      const given = all.subarray(at, at + this.#wanted);
      at += this.#wanted;
      const { done = false, value } = this.#reading.next(given);
      this.#isOver = done;
      this.#wanted = value ?? 0;
    }
    if (this.#isOver && at < all.length) throw new SyntaxError("something follows the end");
    this.#parts = [all.subarray(at)];
    this.#bytes = all.length - at;
  }
}
