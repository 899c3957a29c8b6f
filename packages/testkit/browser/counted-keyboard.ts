import type { Keyboard } from "playwright-core";

/**
 * Times of the keystroke-level model (S. K. Card, T. P. Moran, A. Newell: The keystroke-level model for user performance time with
 * interactive systems. Communications of the ACM 23(7), 1980, 396–410, figure 1), in ms: a key of an average non-secretary typist
 * (40 words a minute), a key of random letters, which figures copied from a card are at worst, and a mental preparation. Shift and
 * Control are keys of their own there.
 */
export const keyMs = 280;
export const randomKeyMs = 500;
export const pauseMs = 1_350;

/**
 * Chinese characters as they are typed by an input method: every letter of their pinyin, then one key that chooses them among
 * those that sound so, after a mental preparation. Assumed of the input method: one choice for each group that is given here.
 */
export interface Spoken {
  readonly text: string;
  readonly pinyin: string;
}

/**
 * The keyboard of somebody who fills in a form from a paper, with what the keystroke-level model counts. One mental preparation
 * for each answer (its key that goes on belongs to it) and one for each run of fields that are passed by (rules 0, 2 and 4 there).
 */
export class CountedKeyboard {
  readonly #keyboard: Keyboard;
  keys = 0;
  /** Of these, digits of identity numbers. */
  copied = 0;
  pauses = 0;

  constructor(keyboard: Keyboard) {
    this.#keyboard = keyboard;
  }

  /** Types an answer and goes on. `copied`: sign by sign from a card. */
  async answers(
    parts: readonly (string | Spoken)[],
    { key = "Enter", isCopied = false }: { key?: string; isCopied?: boolean } = {},
  ): Promise<void> {
    this.pauses++;
    for (const part of parts) await this.#types(part, isCopied);
    await this.#presses(key);
  }

  /** Passes by fields that have no answer here. */
  async passes(count: number): Promise<void> {
    this.pauses++;
    for (let at = 0; at < count; at++) await this.#presses("Enter");
  }

  /** Decides to do something with one key, or with several held at once. */
  async does(key: string): Promise<void> {
    this.pauses++;
    await this.#presses(key);
  }

  /** By the model. */
  get ms(): number {
    return this.keys * keyMs + this.pauses * pauseMs;
  }

  /** The same where copied digits go as slowly as random letters. */
  get slowMs(): number {
    return this.ms + this.copied * (randomKeyMs - keyMs);
  }

  async #types(part: string | Spoken, isCopied: boolean): Promise<void> {
    const isSpoken = typeof part !== "string";
    await this.#keyboard.type(isSpoken ? part.text : part);
    if (isSpoken) {
      this.keys += part.pinyin.replaceAll(" ", "").length + 1;
      this.pauses++;
    } else {
      // Capitals in a row are typed with Shift held once.
      this.keys += part.length + (part.match(/[A-Z]+/g)?.length ?? 0);
      if (isCopied) this.copied += part.length;
    }
  }

  async #presses(key: string): Promise<void> {
    await this.#keyboard.press(key);
    this.keys += key.split("+").length;
  }
}
