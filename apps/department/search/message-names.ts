/** Names of messages that are remembered: one that is sent again within so many others is refused. */
const rememberedMax = 10_000;

/** Whether a message's name is new. */
export class MessageNames {
  readonly #names = new Set<string>();

  note(name: string): boolean {
    if (this.#names.has(name)) return false;
    this.#names.add(name);
    const [oldest] = this.#names;
    if (this.#names.size > rememberedMax && oldest !== undefined) this.#names.delete(oldest);
    return true;
  }
}
