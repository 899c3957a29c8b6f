import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { findDataKey, wrapDataKey } from "@mingbai/crypto/sealing/wrap";
import type { Disk } from "@mingbai/log/disk/disk";
import { eraseFile, findWholeFile, orAbsent, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";
import { countBytes } from "../subject-number.ts";

/** Which generation counts, and how many records it had when it began to. */
export interface Current {
  readonly generation: number;
  readonly records: number;
}

const Stored = z.strictObject({
  current: z.strictObject({ generation: z.int().nonnegative(), records: z.int().nonnegative() }),
  /** SHA-256 of `current`: one bit less or more would name the wrong side. */
  digest: z.string(),
});

/** Where the generations of a node's keys lie. */
export interface KeyPlace {
  readonly disk: Disk;
  readonly folder: string;
}

/** A generation lies on one of two sides in turn; the file `current` says which one counts, so that one write switches. */
export function sideOf({ folder }: KeyPlace, generation: number): { log: string; kek: string } {
  const side = `${folder}/${generation % 2 === 0 ? "even" : "odd"}`;
  return { log: side, kek: `${side}.kek` };
}

/** Undefined before the first one counts. Throws an Error where the file was altered. */
export async function findCurrent({ disk, folder }: KeyPlace): Promise<Current | undefined> {
  const bytes = await findWholeFile(disk, currentPath(folder));
  if (bytes === undefined) return undefined;
  const stored = Stored.safeParse(findCanonical(bytes));
  if (!stored.success || stored.data.digest !== digestOf(stored.data.current))
    throw new Error(`${currentPath(folder)} was altered: put it back from a backup`);
  return stored.data.current;
}

/** The switch: before it is durable the generation before counts, afterwards this one. */
export async function writeCurrent({ disk, folder }: KeyPlace, { generation, records }: Current): Promise<void> {
  const current = { generation, records };
  await writeWholeFile(disk, currentPath(folder), canonicalBytes({ current, digest: digestOf(current) }));
}

/** Keeps the key of a generation, wrapped to the vault's key. */
export async function writeKek(
  place: KeyPlace,
  { generation, kek, key }: { generation: number; kek: Uint8Array; key: SealingKey },
): Promise<void> {
  const wrapped = await wrapDataKey({ dataKey: kek, recipient: key.publicKey, context: wrapContext(generation) });
  await writeWholeFile(place.disk, sideOf(place, generation).kek, wrapped);
}

/** The key of a generation. Throws an Error where it is not there or the vault's key does not open it. */
export async function readKek(
  place: KeyPlace,
  { generation, key }: { generation: number; key: SealingKey },
): Promise<Uint8Array> {
  const { kek: path } = sideOf(place, generation);
  const wrapped = await findWholeFile(place.disk, path);
  const kek = wrapped && (await findDataKey({ wrapped, key, context: wrapContext(generation) }));
  if (kek === undefined) throw new Error(`${path} does not open with this vault's key`);
  return kek;
}

/**
 * Removes the side on which this generation would lie: first its key, overwritten before its name goes, then everything that
 * was sealed under it.
 */
export async function clearSide(place: KeyPlace, generation: number): Promise<void> {
  const { disk } = place;
  const { log, kek } = sideOf(place, generation);
  await eraseFile(disk, kek);
  const names = (await orAbsent(disk.list(log))) ?? [];
  for (const name of names) await disk.remove(`${log}/${name}`);
  if (names.length > 0) await disk.syncFolder(log);
}

function currentPath(folder: string): string {
  return `${folder}/current`;
}

function digestOf({ generation, records }: Current): string {
  return toHex(sha256(canonicalBytes({ generation, records })));
}

function wrapContext(generation: number): Uint8Array {
  return concat(contextBytes.subjectKeys, countBytes(generation));
}
