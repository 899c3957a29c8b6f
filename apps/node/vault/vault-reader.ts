import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Vault } from "@mingbai/read-model/vault-port";
import { openVaultContent, type Sealing, splitVaultEntry } from "./vault-record.ts";

/** Records of the vault's log, as another process may read them while the node goes on writing. */
export interface VaultRecords {
  records(from: number, below: number): AsyncIterable<{ readonly sequence: number; readonly payload: Uint8Array }>;
  read(sequence: number): Promise<Uint8Array>;
}

/** Finds the newest entry of a subject. Holds one number a subject; contents are read and opened when asked for. */
export class VaultReader implements Vault {
  readonly #log: VaultRecords;
  readonly #sealing: Sealing;
  readonly #newest = new Map<string, number>();
  #next = 0;

  constructor(log: VaultRecords, sealing: Sealing) {
    this.#log = log;
    this.#sealing = sealing;
  }

  /** Takes note of the entries below this number, which must be durable. */
  async readUpTo(below: number): Promise<void> {
    if (below <= this.#next) return;
    for await (const { sequence, payload } of this.#log.records(this.#next, below)) {
      this.#newest.set(splitVaultEntry(payload).subject, sequence);
    }
    this.#next = below;
  }

  async find(subject: string): Promise<CanonicalObject | undefined> {
    const sequence = this.#newest.get(subject);
    if (sequence === undefined) return undefined;
    return openVaultContent(splitVaultEntry(await this.#log.read(sequence)).sealed, this.#sealing);
  }
}
