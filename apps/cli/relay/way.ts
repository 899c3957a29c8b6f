import type { Carried } from "./carry-over.ts";

/**
 * One of the two ways between a ledger and its parent. Each refusal is a leaf in the log of the ledger that refuses: where one was refused,
 * the way rests, twice as long each time, up to a sign of life's distance.
 */
export class Way {
  readonly #name: "up" | "down";
  readonly #everyMs: number;
  readonly #lifeMs: number;
  #restMs = 0;
  #untilMs = 0;

  constructor(name: "up" | "down", { everyMs, lifeMs }: { everyMs: number; lifeMs: number }) {
    this.#name = name;
    this.#everyMs = everyMs;
    this.#lifeMs = lifeMs;
  }

  /** Carries what there is, unless it rests. One line of JSON tells of each pass that did anything. */
  async pass(carry: () => Promise<Carried>, nowMs = Date.now()): Promise<void> {
    if (nowMs < this.#untilMs) return;
    const { refused, ...carried } = await carry();
    this.#restMs = refused.size === 0 ? 0 : Math.min(this.#lifeMs, Math.max(this.#everyMs, this.#restMs * 2));
    this.#untilMs = nowMs + this.#restMs;
    if (refused.size === 0 && Object.values(carried).every((count) => count === 0)) return;
    const line = { way: this.#name, ...carried, refused: Object.fromEntries(refused) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
