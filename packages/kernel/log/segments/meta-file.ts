import type { Disk } from "../disk/disk.ts";
import { findFrame, frameBytes, frameKinds, putFrame, saltBytes } from "./frame.ts";
import { metaName, partialSuffix } from "./layout.ts";
import { LogDamaged } from "./log-error.ts";
import { withFile } from "./read-segment.ts";
import { findFrameFlip } from "./single-flip.ts";

/** What a log says of itself beside its segments. */
export interface Meta {
  /** The oldest record that is kept. */
  readonly base: number;
  /** A cut under way: records from this sequence number on are to go. */
  readonly cutFrom: number | undefined;
}

/** Replaces the meta file in one durable step. */
export async function writeMeta(disk: Disk, folder: string, { base, cutFrom }: Meta): Promise<void> {
  const bytes = new Uint8Array(frameBytes);
  const none = { salt: new Uint8Array(saltBytes), span: 0, payloadCrc: 0, sample: 0, link: 0 };
  const length = cutFrom === undefined ? 0 : 1;
  putFrame(bytes, { kind: frameKinds.meta, sequence: base, durable: cutFrom ?? 0, length, ...none });
  const path = `${folder}/${metaName}`;
  const file = await disk.open(path + partialSuffix, "create");
  try {
    await file.write([bytes], 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename({ from: path + partialSuffix, to: path });
  await disk.syncFolder(folder);
}

/** Reads the meta file; throws `LogDamaged` where it is not whole. */
export async function getMeta(disk: Disk, folder: string): Promise<Meta> {
  const path = `${folder}/${metaName}`;
  const bytes = await withFile(disk, path, (file) => file.read({ position: 0, length: frameBytes + 1 }));
  const frame = findFrame(bytes, 0);
  if (frame?.kind === frameKinds.meta && bytes.length === frameBytes) {
    return { base: frame.sequence, cutFrom: frame.length === 1 ? frame.durable : undefined };
  }
  const flipped = findFrameFlip(bytes, 0);
  throw new LogDamaged({
    file: path,
    offset: flipped ? Math.floor(flipped.bit / 8) : 0,
    reason: "the file is damaged",
  });
}
