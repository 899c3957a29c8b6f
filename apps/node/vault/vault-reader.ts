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

  /** Takes note of the entries below this number, which must be durable, and tells which subjects it had not seen before. */
  async readUpTo(below: number): Promise<readonly string[]> {
    const fresh: string[] = [];
    if (below <= this.#next) return fresh;
    for await (const { sequence, payload } of this.#log.records({ from: this.#next, below })) {
      const { subject } = splitVaultEntry(payload);
      if (!this.#isWanted(subject)) continue;
      if (!this.#newest.has(subject)) fresh.push(subject);
      this.#newest.set(subject, sequence);
    }
    this.#next = below;
    return fresh;
  }

  has(subject: string): boolean {
    return this.#newest.has(subject);
  }

  async find(subject: string): Promise<CanonicalObject | undefined> {
    const sealed = await this.findSealed(subject);
    return sealed && openVaultContent(sealed, this.#sealing);
  }

  /** The newest entry as it lies there: only the vault's key opens it. */
  async findSealed(subject: string): Promise<Uint8Array | undefined> {
    const sequence = this.#newest.get(subject);
    if (sequence === undefined) return undefined;
    return splitVaultEntry(await this.#log.read(sequence)).sealed;
  }
}
