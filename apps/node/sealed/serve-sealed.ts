import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Links } from "@mingbai/exchange/ports/links";
import type { Disk } from "@mingbai/log/disk/disk";
import { orAbsent } from "@mingbai/log/disk/whole-file";
import { LogDamaged } from "@mingbai/log/segments/log-error";
import { findGivenPart } from "@mingbai/read-model/given-part";
import { isFileSubject } from "../contents/file-record.ts";
import { regrant } from "../vault/node-sealing.ts";
import type { VaultLookup } from "../vault/vault-lookup.ts";
import type { Entries } from "./entries.ts";
import { encodeAnswer } from "./frames/answers.ts";
import type { Ask } from "./frames/ask.ts";
import { pieceBytes, servedPerMemberMax } from "./limits.ts";
import { findGiver, namedSubjects } from "./named-subjects.ts";
import type { PartShelf } from "./part-shelf.ts";

interface Parts {
  readonly links: Links;
  readonly entries: Pick<Entries, "find" | "findRecord">;
  readonly vault: Pick<VaultLookup, "findSealed">;
  readonly shelf: Pick<PartShelf, "give">;
  readonly key: SealingKey;
  readonly disk: Disk;
  /** Where ciphertexts of files lie. */
  readonly filesFolder: string;
  /** Whether this organisation may have an entry that the ledger names. */
  readonly mayHave: (organisation: string, subject: string) => boolean;
}

/**
 * Gives entries to members that may have them: the ciphertext as it lies here, its data key wrapped to the key of who asks.
 * Nothing is said about what they may not have, not even whether it is here.
 */
export class ServeSealed {
  readonly #parts: Parts;
  readonly #serving = new Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects where the disk is not to be trusted any more. */
  async answer({ from, organisation }: { from: number; organisation: string }, ask: Ask): Promise<void> {
    const { links } = this.#parts;
    const { request } = ask;
    const count = this.#serving.get(from) ?? 0;
    if (count >= servedPerMemberMax) {
      links.send(from, encodeAnswer({ kind: "none", request, isBusy: true }));
      return;
    }
    this.#serving.set(from, count + 1);
    const none = encodeAnswer({ kind: "none", request, isBusy: false });
    try {
      const bytes = await this.#find(organisation, ask);
      const kind = ask.piece === undefined ? "entry" : "piece";
      // An answer that finds no place in the queue is lost: who asked asks again.
      links.send(from, bytes === undefined ? none : encodeAnswer({ kind, request, bytes }));
    } catch (error) {
      // Nobody may end this node by asking for the one entry that its disk has lost: others may have it.
      if (!(error instanceof LogDamaged)) throw error;
      links.send(from, none);
    } finally {
      this.#serving.set(from, (this.#serving.get(from) ?? 1) - 1);
    }
  }

  async #find(organisation: string, ask: Ask): Promise<Uint8Array | undefined> {
    const [first = ""] = ask.path;
    const subject = ask.path.at(-1) ?? "";
    if (!this.#parts.mayHave(organisation, first) || !(await this.#isPath(ask.path))) return undefined;
    if (isFileSubject(subject)) return this.#findFile(subject, { ask, giver: findGiver(first) });
    return ask.piece === undefined ? this.#findEntry(subject, ask.sealingKey) : undefined;
  }

  /** Each entry is named in the one before. */
  async #isPath(path: readonly string[]): Promise<boolean> {
    for (const [place, named] of path.slice(1).entries()) {
      const subject = path[place] ?? "";
      const entry = await this.#parts.entries.find(subject);
      if (entry === undefined || !namedSubjects({ subject, entry }).includes(named)) return false;
    }
    return true;
  }

  async #findEntry(subject: string, recipient: Uint8Array): Promise<Uint8Array | undefined> {
    const part = findGivenPart(subject);
    if (part !== undefined) return this.#parts.shelf.give(part, recipient);
    const sealed = await this.#parts.vault.findSealed(subject);
    return sealed && regrant(sealed, { key: this.#parts.key, recipient });
  }

  /** A file that somebody else had sent than who gave what names it is given to nobody. */
  async #findFile(
    subject: string,
    { ask: { piece, sealingKey }, giver }: { ask: Ask; giver: string | undefined },
  ): Promise<Uint8Array | undefined> {
    const record = await this.#parts.entries.findRecord(subject);
    if (record === undefined || record.uploader !== giver) return undefined;
    return piece === undefined
      ? this.#findEntry(subject, sealingKey)
      : this.#readPiece(record.digestOfCiphertext, piece);
  }

  async #readPiece(digest: string, piece: number): Promise<Uint8Array | undefined> {
    const { disk, filesFolder } = this.#parts;
    const file = await orAbsent(disk.open(`${filesFolder}/${digest}`, "read"));
    if (file === undefined) return undefined;
    try {
      return await file.read({ position: piece * pieceBytes, length: pieceBytes });
    } finally {
      await file.close();
    }
  }
}
