/** Runs rounds one after another, each so long after the one before; a round that fails is told and the next one tries again. */
export class MailRounds {
  readonly #round: () => Promise<unknown>;
  readonly #onTrouble: (error: unknown) => void;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({
    round,
    everyMs,
    onTrouble,
  }: {
    round: () => Promise<unknown>;
    everyMs: number;
    onTrouble: (error: unknown) => void;
  }) {
    this.#round = round;
    this.#everyMs = everyMs;
    this.#onTrouble = onTrouble;
    this.#wait();
  }

  /** Resolves when the round that runs has ended; no other begins. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #wait(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#run();
    }, this.#everyMs);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    try {
      await this.#round();
    } catch (error) {
      this.#onTrouble(error);
    }
    this.#wait();
  }
}
