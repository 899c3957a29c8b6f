import { fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { openStream } from "@mingbai/crypto/sealing/sealed-stream";
import { type ContentRefusal, isContentRefusal, refuseContent } from "@mingbai/http/contents/content-refusal";
import type { FileFacts, FileKeeper, Upload } from "@mingbai/http/contents/contents-port";
import { fitFileName } from "@mingbai/http/contents/file-name";
import type { FileKept, FileReading, ReadingPurpose } from "@mingbai/http/contents-views";
import type { Disk, DiskFile } from "@mingbai/log/disk/disk";
import { orAbsent, removeFile, removePartials } from "@mingbai/log/disk/whole-file";
import type { VaultLookup } from "../vault/vault-lookup.ts";
import { durably } from "./durably.ts";
import { type FileRecord, fileSubject, keptOf, readFileRecord } from "./file-record.ts";
import type { HourlyShare } from "./hourly-share.ts";
import { OneByOne } from "./one-by-one.ts";
import type { ReadingLog } from "./reading-log.ts";
import { fileContext, type ReceivedFile, receiveFile } from "./receive-file.ts";

/** Files on their way in at once: each holds its bytes in memory while it is judged. */
export const uploadsAtOnceMax = 12;
export const uploadsAtOncePerAccountMax = 3;
const busyRetryMs = 2_000;
const readBytes = 256 * 1024;

interface FileStoreParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly vault: VaultLookup;
  readonly readings: ReadingLog;
  /** Bytes of files. */
  readonly share: HourlyShare;
  /** The node's clock, ms. */
  readonly now: () => number;
  readonly onFatal: (error: Error) => void;
}

/** Files as ciphertexts named by their digests; their keys lie in the vault. */
export class FileStore implements FileKeeper {
  readonly #parts: FileStoreParts;
  readonly #oneByOne = new OneByOne();
  readonly #underWay = new Map<Number64, number>();

  private constructor(parts: FileStoreParts) {
    this.#parts = parts;
  }

  /** Opens the folder, making it where it is absent, and removes what a crash left unfinished. */
  static async open(parts: FileStoreParts): Promise<FileStore> {
    await parts.disk.makeFolder(parts.folder);
    await removePartials(parts.disk, parts.folder);
    return new FileStore(parts);
  }

  async keep(upload: Upload): Promise<FileKept | ContentRefusal> {
    const { account, bytes } = upload;
    if (!this.#hasRoom(account)) return { refused: "FILES_BUSY", retryAfterMs: busyRetryMs };
    const full = this.#parts.share.take(account, bytes);
    if (full !== undefined) return { refused: "SHARE_USED", retryAfterMs: full.waitMs };
    this.#count(account, 1);
    try {
      return await durably(this.#parts.onFatal, () => this.#receive(upload));
    } finally {
      this.#count(account, -1);
    }
  }

  async find(file: string): Promise<FileFacts | undefined> {
    const record = await this.#findRecord(file);
    return record && { file, uploader: record.uploader };
  }

  async open(reading: {
    file: string;
    account: Number64;
    purpose: ReadingPurpose;
  }): Promise<{ kept: FileKept; content: AsyncIterable<Uint8Array> } | ContentRefusal> {
    const { disk, folder, readings, now, onFatal } = this.#parts;
    const record = await this.#findRecord(reading.file);
    if (record === undefined) return refuseContent("FILE_NONE");
    const { file, account, purpose } = reading;
    const written = await durably(onFatal, async () => {
      await readings.record({ file, account, purpose, timeMs: now() });
      return { isWritten: true };
    });
    if (isContentRefusal(written)) return written;
    // A photo goes with the file of the person whom it showed; its record stays.
    const sealed = await orAbsent(disk.open(`${folder}/${record.digestOfCiphertext}`, "read"));
    if (sealed === undefined) return refuseContent("FILE_NONE");
    const key = { dataKey: fromHex(record.dataKey), context: fileContext };
    return { kept: keptOf(record), content: openStream(piecesOf(sealed), key) };
  }

  readsOf(file: string): Promise<readonly FileReading[]> {
    return this.#parts.readings.of(file);
  }

  async #receive(upload: Upload): Promise<FileKept | ContentRefusal> {
    const received = await receiveFile(this.#parts, upload);
    if (isContentRefusal(received)) return received;
    const file = toHex(fileIdOf({ salt: upload.salt, digest: received.digest }));
    return this.#oneByOne.run(file, async () => {
      const known = await this.#findRecord(file);
      if (known === undefined) return this.#store(file, received, upload);
      await removeFile(this.#parts.disk, received.partial);
      return known.uploader === upload.account ? keptOf(known) : refuseContent("FILE_SALT_USED");
    });
  }

  /** Puts the ciphertext in its place, then its key into the vault: a key never stands for a file that is not there. */
  async #store(file: string, received: ReceivedFile, { account, salt, name, bytes }: Upload): Promise<FileKept> {
    const { disk, folder, vault, now } = this.#parts;
    const { dataKey, digest, digestOfCiphertext, type, untrusted } = received;
    await disk.rename({ from: received.partial, to: `${folder}/${digestOfCiphertext}` });
    await disk.syncFolder(folder);
    const kept = { file, digestOfCiphertext, bytes, type, name: fitFileName(name, type), untrusted };
    const secrets = { dataKey: toHex(dataKey), salt: toHex(salt), digest: toHex(digest) };
    const record: FileRecord = { ...kept, ...secrets, uploader: account, timeMs: now() };
    await vault.put({ subject: fileSubject(file), content: record });
    return kept;
  }

  async #findRecord(file: string): Promise<FileRecord | undefined> {
    const content = await this.#parts.vault.find(fileSubject(file));
    return content && readFileRecord(content);
  }

  #hasRoom(account: Number64): boolean {
    const all = [...this.#underWay.values()].reduce((sum, count) => sum + count, 0);
    return all < uploadsAtOnceMax && (this.#underWay.get(account) ?? 0) < uploadsAtOncePerAccountMax;
  }

  #count(account: Number64, change: 1 | -1): void {
    const count = (this.#underWay.get(account) ?? 0) + change;
    if (count === 0) this.#underWay.delete(account);
    else this.#underWay.set(account, count);
  }
}

/** The file's bytes in order; it is closed when they end or nobody wants more. */
async function* piecesOf(file: DiskFile): AsyncGenerator<Uint8Array> {
  try {
    for (let position = 0; ; ) {
      const piece = await file.read({ position, length: readBytes });
      if (piece.length === 0) return;
      yield piece;
      position += piece.length;
    }
  } finally {
    await file.close();
  }
}
