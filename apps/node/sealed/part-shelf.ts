import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import { findGivenPart, type GivenPart } from "@mingbai/read-model/given-part";
import type { SubjectVault } from "../subjects/subject-vault.ts";
import { sealFor } from "../vault/node-sealing.ts";

/** The subject vault as the sealed exchange sees it: parts by their names, which say what else lies in the other vault. */
export class PartShelf {
  readonly #vault: Pick<SubjectVault, "has" | "find" | "put">;

  constructor(vault: Pick<SubjectVault, "has" | "find" | "put">) {
    this.#vault = vault;
  }

  /** Whether a part is here; undefined for the name of something else. */
  has(name: string): boolean | undefined {
    const part = findGivenPart(name);
    return part && this.#vault.has(part);
  }

  /** What a part holds, undefined where it is not here; undefined at once for the name of something else. */
  find(name: string): Promise<CanonicalObject | undefined> | undefined {
    const part = findGivenPart(name);
    return part && this.#vault.find(part);
  }

  /** A part, sealed to who asks alone; undefined where it is not here, or its subject was erased. */
  async give(part: GivenPart, recipient: Uint8Array): Promise<Uint8Array | undefined> {
    const kept = await this.#vault.find(part);
    return kept && sealFor(recipient, canonicalBytes(kept));
  }

  /** Keeps what came and was compared, under this node's own key of its subject. Whoever was erased meanwhile stays erased. */
  async take({ subject, giver }: GivenPart, { salt, content }: CanonicalObject): Promise<void> {
    const bytes = canonicalBytes(content as CanonicalObject);
    const kept = await this.#vault.put([{ subject, giver, salt: fromHex(String(salt)), bytes }]);
    if ("refused" in kept && kept.refused !== "SUBJECT_ERASED")
      throw new Error(`a part finds no room: ${kept.refused}`);
  }
}
