import { concat, utf8 } from "@mingbai/codec/bytes";
import { type CanonicalObject, canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { type Number64, number64Pattern } from "@mingbai/codec/number64";
import { open } from "@mingbai/crypto/sealing/open";
import { seal } from "@mingbai/crypto/sealing/seal";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { wrappedBytes } from "@mingbai/crypto/sealing/suite";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, removeFile, removePartials, writeWholeFile } from "@mingbai/log/disk/whole-file";
import type { z } from "zod";

interface SealedFilesParts<Schema extends z.ZodType<CanonicalObject>> {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: SealingKey;
  /** What a file holds, for people and for the seal: it opens as this of this account only. */
  readonly what: string;
  readonly schema: Schema;
}

/**
 * One record for each account, a file under its number, sealed to the node's vault key. Unlike the vault's log, a record
 * is replaced in its place and removed for good: what a person gave, they can take back.
 */
export class SealedFiles<Schema extends z.ZodType<CanonicalObject>> {
  readonly #parts: SealedFilesParts<Schema>;

  private constructor(parts: SealedFilesParts<Schema>) {
    this.#parts = parts;
  }

  /** Opens the folder, making it where it is absent, and removes what a crash left unfinished. */
  static async open<Schema extends z.ZodType<CanonicalObject>>(
    parts: SealedFilesParts<Schema>,
  ): Promise<SealedFiles<Schema>> {
    await parts.disk.makeFolder(parts.folder);
    await removePartials(parts.disk, parts.folder);
    return new SealedFiles(parts);
  }

  /** The record, or undefined where there is none or the disk holds something else than was written. */
  async find(account: Number64): Promise<z.output<Schema> | undefined> {
    const { disk, key, schema } = this.#parts;
    const bytes = await findWholeFile(disk, this.#path(account));
    if (bytes === undefined) return undefined;
    const wrapped = bytes.subarray(0, wrappedBytes);
    const content = bytes.subarray(wrappedBytes);
    const opened = await open({ content, wrapped, key, context: this.#context(account) });
    return typeof opened === "string" ? undefined : schema.safeParse(findCanonical(opened)).data;
  }

  /** Durable when it resolves. */
  async write(account: Number64, record: z.output<Schema>): Promise<void> {
    const { disk, key } = this.#parts;
    const plaintext = canonicalBytes(record);
    const sealed = await seal({ recipients: [key.publicKey], plaintext, context: this.#context(account) });
    await writeWholeFile(
      disk,
      this.#path(account),
      concat(...sealed.wraps.map(({ wrapped }) => wrapped), sealed.content),
    );
  }

  remove(account: Number64): Promise<void> {
    return removeFile(this.#parts.disk, this.#path(account));
  }

  async accounts(): Promise<Number64[]> {
    const { disk, folder } = this.#parts;
    return (await disk.list(folder)).filter((name) => number64Pattern.test(name));
  }

  #context(account: Number64): Uint8Array {
    return utf8(`${this.#parts.what} ${account}`);
  }

  #path(account: Number64): string {
    if (!number64Pattern.test(account)) throw new RangeError("no place for a record");
    return `${this.#parts.folder}/${account}`;
  }
}
