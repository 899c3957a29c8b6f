import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { VaultReader } from "./vault-reader.ts";
import type { VaultEntry } from "./vault-record.ts";

/** The vault as the process that writes it asks it: everything durable is seen. */
export class VaultLookup {
  readonly #vault: { readonly durable: number; put(entries: readonly VaultEntry[]): Promise<void> };
  readonly #reader: VaultReader;
  #caughtUp: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    vault: { readonly durable: number; put(entries: readonly VaultEntry[]): Promise<void> };
    reader: VaultReader;
  }) {
    this.#vault = parts.vault;
    this.#reader = parts.reader;
  }

  async has(subject: string): Promise<boolean> {
    await this.#catchUp();
    return this.#reader.has(subject);
  }

  async find(subject: string): Promise<CanonicalObject | undefined> {
    await this.#catchUp();
    return this.#reader.find(subject);
  }

  /** As `VaultReader.findSealed`. */
  async findSealed(subject: string): Promise<Uint8Array | undefined> {
    await this.#catchUp();
    return this.#reader.findSealed(subject);
  }

  /** Resolves when the entries are durable. */
  put(...entries: readonly VaultEntry[]): Promise<void> {
    return this.#vault.put(entries);
  }

  /** One after another: two readings side by side could put an older entry over a newer one. */
  #catchUp(): Promise<unknown> {
    const before = this.#caughtUp;
    this.#caughtUp = before.then(
      () => this.#reader.readUpTo(this.#vault.durable),
      () => this.#reader.readUpTo(this.#vault.durable),
    );
    return this.#caughtUp;
  }
}
