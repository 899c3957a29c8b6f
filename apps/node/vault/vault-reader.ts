import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { FollowedLog } from "@mingbai/log/segments/follow-segment-log";
import type { Vault } from "@mingbai/read-model/vault-port";
import { openVaultContent, type Sealing, splitVaultEntry } from "./vault-record.ts";

/** Finds the newest entry of a subject. Holds one number a subject; contents are read and opened when asked for. */
export class VaultReader implements Vault {
  readonly #log: FollowedLog;
  readonly #sealing: Sealing;
  readonly #isWanted: (subject: string) => boolean;
  readonly #newest = new Map<string, number>();
  #next = 0;

  /** `isWanted`: which subjects will ever be asked for; all unless given. */
  constructor(log: FollowedLog, sealing: Sealing, isWanted: (subject: string) => boolean = () => true) {
    this.#log = log;
    this.#sealing = sealing;
    this.#isWanted = isWanted;
  }

  /** Takes note of the entries below this number, which must be durable. */
  async readUpTo(below: number): Promise<void> {
    if (below <= this.#next) return;
    for await (const { sequence, payload } of this.#log.records({ from: this.#next, below })) {
      const { subject } = splitVaultEntry(payload);
      if (this.#isWanted(subject)) this.#newest.set(subject, sequence);
    }
    this.#next = below;
  }

  has(subject: string): boolean {
    return this.#newest.has(subject);
  }

  async find(subject: string): Promise<CanonicalObject | undefined> {
    const sequence = this.#newest.get(subject);
    if (sequence === undefined) return undefined;
    return openVaultContent(splitVaultEntry(await this.#log.read(sequence)).sealed, this.#sealing);
  }
}
