import { createHash, randomBytes } from "node:crypto";
import { utf8 } from "@mingbai/codec/bytes";
import { sealStream } from "@mingbai/crypto/sealing/sealed-stream";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { type ContentRefusal, refuseContent } from "@mingbai/http/contents/content-refusal";
import type { Upload } from "@mingbai/http/contents/contents-port";
import type { Disk } from "@mingbai/log/disk/disk";
import { partialSuffix, removeFile } from "@mingbai/log/disk/whole-file";
import { inTime } from "./in-time.ts";
import { FileJudge } from "./judge/file-judge.ts";

/** A file that has arrived: judged, sealed under a name that a start would remove, synced. */
export interface ReceivedFile {
  readonly partial: string;
  readonly dataKey: Uint8Array;
  /** Of the plaintext, and of what lies on the disk. */
  readonly digest: Uint8Array;
  readonly digestOfCiphertext: string;
  readonly type: string;
  readonly untrusted: boolean;
}

/** 20 MiB over a slow line take some minutes; a place is not held for a silent sender. */
const timeAllowed = { idleMsMax: 30_000, wholeMsMax: 600_000 };

/** What the sealing of a file is bound to. Which file it is follows from its key, which seals nothing else. */
export const fileContext = utf8("file");

/** Seals a stream into the folder while a thread judges it. Refused or failed, it leaves nothing behind. */
export async function receiveFile(
  { disk, folder }: { disk: Disk; folder: string },
  upload: Upload,
): Promise<ReceivedFile | ContentRefusal> {
  const partial = `${folder}/${randomBytes(16).toString("hex")}${partialSuffix}`;
  const judge = new FileJudge();
  let isKept = false;
  try {
    const incoming = new Incoming(upload, judge);
    const dataKey = new Uint8Array(randomBytes(dataKeyBytes));
    const digestOfCiphertext = await writeSealed(
      disk,
      partial,
      sealStream(incoming.pieces(), { dataKey, context: fileContext }),
    );
    if (incoming.arrived !== upload.bytes) return refuseContent("FILE_CUT_OFF");
    const judged = await judge.judge();
    if ("refused" in judged) return judged;
    isKept = true;
    return { partial, dataKey, digest: incoming.digest(), digestOfCiphertext, ...judged };
  } finally {
    await judge.close();
    if (!isKept) await removeFile(disk, partial);
  }
}

/** The plaintext as it passes: counted, hashed, shown to the judge. It ends early where more comes than was said, or no more. */
class Incoming {
  readonly #upload: Upload;
  readonly #judge: FileJudge;
  readonly #hash = createHash("sha256");
  arrived = 0;

  constructor(upload: Upload, judge: FileJudge) {
    this.#upload = upload;
    this.#judge = judge;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of inTime(this.#upload.source, timeAllowed)) {
      this.arrived += piece.length;
      if (this.arrived > this.#upload.bytes) return;
      this.#hash.update(piece);
      this.#judge.add(piece);
      yield piece;
    }
  }

  digest(): Uint8Array {
    return new Uint8Array(this.#hash.digest());
  }
}

/** Writes and syncs a file, and gives the SHA-256 of its bytes in hexadecimal. */
async function writeSealed(disk: Disk, path: string, sealed: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  const file = await disk.open(path, "create");
  try {
    let at = 0;
    for await (const chunk of sealed) {
      hash.update(chunk);
      await file.write([chunk], at);
      at += chunk.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}
