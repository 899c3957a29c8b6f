import { type PublishedCheckpoint, readCheckpoint } from "@mingbai/app-node/published/checkpoint-history";
import { equalBytes } from "@mingbai/codec/bytes";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { judgeMembers } from "@mingbai/ledger/proofs/judge-members";
import { findNote } from "@mingbai/ledger/proofs/note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { TileLog } from "@mingbai/log/merkle/tile-log";
import type { ReadableLog } from "@mingbai/log/prefix/readable-log";
import { compareTiles } from "./compare-tiles.ts";
import type { LedgerKeys } from "./read-ledger-keys.ts";

/** Leaves between two comparisons; far fewer tiles than may wait. */
const publishEveryLeaves = 64 * 1024;

interface PublishedReport {
  /** Leaves under the last checkpoint. */
  readonly size: number;
  /** Checkpoints whose signature and root were judged. */
  readonly checkpoints: number;
  readonly differences: readonly string[];
}

/**
 * Makes the tiles again from the leaves of the blocks and compares each with its file; compares the root of every
 * checkpoint that was ever published with the log's at its size, and judges its signature.
 */
export async function checkPublished(parts: {
  readonly files: Pick<TileFiles, "read" | "list">;
  /** Every checkpoint that was published; read before the blocks, so that none is ahead of them. */
  readonly history: ReadableLog;
  readonly blocks: ReadableLog;
  readonly keys: LedgerKeys;
}): Promise<PublishedReport> {
  const { files, history, blocks, keys } = parts;
  if (history.durable === 0) return { size: 0, checkpoints: 0, differences: [] };
  const comparing = compareTiles(files);
  const log = await openTileLog({ files: comparing.files, size: 0, root: emptyRoot });
  const leaves = leavesOf(blocks);
  const differences: string[] = [];
  for await (const { sequence, payload } of history.records(history.first)) {
    const checkpoint = findCheckpoint(payload);
    if (checkpoint !== undefined) await appendUpTo(log, leaves, checkpoint.size);
    const fault = checkpoint ? await findFault(log, checkpoint, keys) : "cannot be read";
    if (fault !== undefined) differences.push(`checkpoint ${sequence} ${fault}`);
  }
  // Leaves after the last checkpoint are not read; the generator holds a file until it is told so.
  await leaves.return(undefined);
  comparing.isLast = true;
  await log.publish();
  const checkpoints = history.durable - history.first;
  return { size: log.size, checkpoints, differences: [...differences, ...comparing.differences] };
}

async function appendUpTo(log: TileLog, leaves: AsyncGenerator<Uint8Array>, size: number): Promise<void> {
  while (log.size < size) {
    const { value, done } = await leaves.next();
    if (done) return;
    log.append(value);
    if (log.size % publishEveryLeaves === 0) await log.publish();
  }
}

/** Undefined for a record of the history that holds no checkpoint. */
function findCheckpoint(payload: Uint8Array): PublishedCheckpoint | undefined {
  try {
    return readCheckpoint(payload);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function findFault(
  log: TileLog,
  { size, root, text }: PublishedCheckpoint,
  keys: LedgerKeys,
): Promise<string | undefined> {
  if (log.size < size) return `states ${size} leaves, and the log has ${log.size}`;
  if (log.size > size) return "is smaller than one before it";
  if (!equalBytes(await log.rootAt(size), root)) return "has another root than the log";
  const note = findNote(text);
  if (note === undefined) return "cannot be read";
  const { rosters, pinned } = keys;
  if (pinned.length === 0) {
    const { fault } = judgeMembers({ note, size, rosters, verify: verifyEd25519 });
    return fault && `is not signed by the ledger's members: ${fault}`;
  }
  const verified = findVerified(note, { keys: pinned, verify: verifyEd25519 });
  return verified?.some(({ key }) => text.startsWith(`${key.name}\n`)) ? undefined : "is not signed by the log's key";
}

async function* leavesOf(blocks: ReadableLog): AsyncGenerator<Uint8Array> {
  for await (const { payload } of blocks.records(blocks.first)) {
    for (const { leaf } of decodeBlockRecord(payload).outcomes) yield leaf;
  }
}
