import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import type { Disk } from "@mingbai/log/disk/disk";
import { orAbsent, removeFile } from "@mingbai/log/disk/whole-file";
import { FileRecord, isFileSubject } from "../contents/file-record.ts";
import type { VaultLookup } from "../vault/vault-lookup.ts";
import type { PartShelf } from "./part-shelf.ts";

interface Parts {
  readonly vault: Pick<VaultLookup, "has" | "find">;
  readonly shelf: Pick<PartShelf, "has" | "find">;
  readonly disk: Disk;
  /** Where ciphertexts of files lie. */
  readonly filesFolder: string;
}

/** What this node has of all that travels, by name: entries of its vault with their files, and parts about subjects. */
export class Entries {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async has(name: string): Promise<boolean> {
    const { shelf, vault } = this.#parts;
    return shelf.has(name) ?? vault.has(name);
  }

  async find(name: string): Promise<CanonicalObject | undefined> {
    const { shelf, vault } = this.#parts;
    return shelf.find(name) ?? vault.find(name);
  }

  /** Whether nothing of an entry misses: a file is here with its ciphertext. */
  async isWhole(name: string): Promise<boolean> {
    if (!isFileSubject(name)) return this.has(name);
    const path = this.#pathOf(await this.findRecord(name));
    const file = path === undefined ? undefined : await orAbsent(this.#parts.disk.open(path, "read"));
    await file?.close();
    return file !== undefined;
  }

  /** What is known of a file; undefined where it is not here. */
  async findRecord(name: string): Promise<FileRecord | undefined> {
    return FileRecord.safeParse(await this.find(name)).data;
  }

  /** Removes a file's ciphertext, where this account had sent it. */
  async removeFile(name: string, giver: Number64): Promise<void> {
    const record = await this.findRecord(name);
    const path = this.#pathOf(record);
    if (path !== undefined && record?.uploader === giver) await removeFile(this.#parts.disk, path);
  }

  #pathOf(record: FileRecord | undefined): string | undefined {
    return record && `${this.#parts.filesFolder}/${record.digestOfCiphertext}`;
  }
}
