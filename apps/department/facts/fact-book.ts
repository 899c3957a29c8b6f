import type { Fact } from "@mingbai/registry/content/facts/fact";
import { identityKey } from "@mingbai/registry/content/facts/identity-key";

const none: readonly Fact[] = [];

/** What a department knows, in the order of its own list. */
export class FactBook {
  readonly all: readonly Fact[];
  readonly #byNumber: ReadonlyMap<string, readonly Fact[]>;

  constructor(facts: readonly Fact[]) {
    this.all = facts;
    this.#byNumber = Map.groupBy(facts, ({ about }) => identityKey(about));
  }

  /** All about an identity number, however it is written. */
  about(number: string): readonly Fact[] {
    return this.#byNumber.get(identityKey(number)) ?? none;
  }
}
