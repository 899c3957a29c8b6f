import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { isGivenUp } from "@mingbai/ledger/availability/void-statement";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { findRosterOfEpoch } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";
import type { DataFolder } from "../data-folder.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What organisations signed of one body that is lost everywhere: the file that goes from one to the next. */
export const VoidStatement = z.strictObject({
  format: z.literal("mingbai/void/1"),
  chain: Hash,
  epoch: z.int().nonnegative(),
  batchId: Hash,
  /** By organisation. */
  signatures: z.record(z.string(), z.string().regex(/^[0-9a-f]{128}$/)),
});
export type VoidStatement = z.infer<typeof VoidStatement>;

/** Whether those who signed hold more than two thirds of this roster, which must be of the statement's epoch. */
export function isSignedByEnough({ chain, epoch, batchId, signatures }: VoidStatement, roster: Roster): boolean {
  const signed = new Map(Object.entries(signatures).map(([name, signature]) => [name, fromHex(signature)]));
  const of = { chain: fromHex(chain), roster, batchId: fromHex(batchId) };
  return epoch === roster.epoch && isGivenUp(of, signed);
}

/** The statement in this file; undefined where there is no file. */
export async function findVoidStatement(path: string): Promise<VoidStatement | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : VoidStatement.parse(JSON.parse(text));
}

/** Puts a statement where the node of this folder reads it when it starts. */
export async function putVoidStatement(disk: Disk, folder: Pick<DataFolder, "voided">, statement: VoidStatement) {
  await mkdir(folder.voided, { recursive: true });
  const path = join(folder.voided, `${statement.batchId}.json`);
  await writeWholeFile(disk, path, utf8(`${JSON.stringify(statement, null, 2)}\n`));
}

/** Batch ids of the bodies that were given up. A statement of another ledger, or that too few have signed, counts for nothing. */
export async function readGivenUp(
  folder: Pick<DataFolder, "voided">,
  { chain, state }: Pick<LedgerChain, "chain" | "state">,
): Promise<Set<string>> {
  const names = await readdir(folder.voided).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const texts = await Promise.all(names.map((name) => readFile(join(folder.voided, name), "utf8")));
  const statements = texts.map((text) => VoidStatement.parse(JSON.parse(text)));
  const valid = statements.filter((statement) => {
    const roster = findRosterOfEpoch(state, statement.epoch);
    return roster !== undefined && statement.chain === toHex(chain) && isSignedByEnough(statement, roster);
  });
  return new Set(valid.map(({ batchId }) => batchId));
}
