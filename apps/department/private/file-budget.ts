import { type FileHandle, open } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import type { Budget, BudgetLimit } from "@mingbai/private-comparison/answering/budget";
import { z } from "zod";

const Booked = z.object({ ask: z.string(), accounts: z.array(z.string()), count: z.int() });
type Booked = z.infer<typeof Booked>;

/** Counts evaluations in a file, a JSON line each, durable before an ask is answered: a restart forgets nothing. */
export class FileBudget implements Budget {
  readonly #file: FileHandle;
  readonly #used = new Map<string, number>();
  readonly #asks = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** A last line that a crash cut off was never answered, so it counts for nothing. */
  static async open(path: string): Promise<FileBudget> {
    const file = await open(path, "a+", 0o600);
    const budget = new FileBudget(file);
    const text = await file.readFile("utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    for (const line of whole.split("\n").filter((one) => one !== "")) budget.#note(Booked.parse(JSON.parse(line)));
    if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole));
    return budget;
  }

  /** One after another, so that two asks at a time pass no bound together. */
  take(request: { askId: Uint8Array; count: number; limits: readonly BudgetLimit[] }): Promise<boolean> {
    const taken = this.#last.then(() => this.#take(request));
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }

  async #take({ askId, count, limits }: Parameters<Budget["take"]>[0]): Promise<boolean> {
    const ask = toHex(askId);
    if (this.#asks.has(ask)) return true;
    if (limits.some(({ account, max }) => this.#usedOf(account) + count > max)) return false;
    const booked: Booked = { ask, accounts: limits.map(({ account }) => account), count };
    await this.#file.appendFile(`${JSON.stringify(booked)}\n`);
    await this.#file.sync();
    this.#note(booked);
    return true;
  }

  #note({ ask, accounts, count }: Booked): void {
    this.#asks.add(ask);
    for (const account of accounts) this.#used.set(account, this.#usedOf(account) + count);
  }

  #usedOf(account: string): number {
    return this.#used.get(account) ?? 0;
  }
}
