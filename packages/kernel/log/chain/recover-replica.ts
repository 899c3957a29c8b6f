import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { expiryAheadHeightsMax } from "@mingbai/ledger/container/block-rule";
import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import { findLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import type { OrderedPlace, RecordedBodies } from "../bodies/recover-bodies.ts";
import type { Disk } from "../disk/disk.ts";
import type { Damage } from "../segments/log-error.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import { type BlockRecord, decodeBlockRecord, type RecordedContainer } from "./block-record.ts";
import { findNewestSnapshot } from "./chain-snapshot.ts";
import { BlockFinder, type BlockMarks } from "./find-block.ts";
import { nextOwnSequence } from "./next-own-sequence.ts";
import { readContainer } from "./read-container.ts";
import { RecentIds, rememberMs } from "./recent-ids.ts";
import type { AppliedBlock, Replica, ReplicaMarks } from "./replica.ts";

interface Recovery {
  readonly disk: Disk;
  readonly folder: string;
  readonly replica: Replica;
  readonly bodies: SegmentLog;
  readonly blocks: SegmentLog;
  /** Of the member whose containers are counted, as `ChainOptions` says. */
  readonly ackKey?: string;
  /** Told of a snapshot that is not what was written: an older one, or the log from its beginning, stands in for it. */
  readonly onSnapshotDamage?: (damage: Damage) => void;
  /** Told of each block executed again. */
  readonly onReplayed?: (blockNumber: number, applied: AppliedBlock) => void;
}

export interface RecoveredChain {
  readonly ids: RecentIds;
  readonly originSequence: number;
  /** What the blocks say of the body log. */
  readonly recorded: RecordedBodies;
}

/**
 * Brings a replica to the last durable block: the newest snapshot that is sound, then every block after it, executed
 * and compared with what was recorded. A last block whose body a crash lost was never acknowledged: it is cut off.
 */
export async function recoverReplica(recovery: Recovery): Promise<RecoveredChain> {
  const { blocks, bodies, replica, ackKey } = recovery;
  await cutBlocksWithoutBodies(blocks, bodies);
  const { disk, folder, onSnapshotDamage: onDamage } = recovery;
  const snapshot = await findNewestSnapshot({ disk, folder, ...(onDamage && { onDamage }) }, blocks);
  if (snapshot === undefined && blocks.first > 0) {
    throw new SyntaxError(
      `the log begins with block record ${blocks.first}, and no snapshot of the state before it is whole`,
    );
  }
  if (snapshot !== undefined) {
    // Of the block before the first there is no record: the blocks up to the one that mixes in its root say whether it is true.
    if (snapshot.blockNumber >= blocks.first)
      expectRecorded(snapshot.marks, decodeBlockRecord(await blocks.read(snapshot.blockNumber)));
    replica.restore(snapshot.marks, snapshot.stores);
  }
  const firstToApply = snapshot === undefined ? 0 : snapshot.blockNumber + 1;
  const last = blocks.durable === blocks.first ? undefined : decodeBlockRecord(await blocks.read(blocks.durable - 1));
  const ids = new RecentIds();
  const containers: OrderedPlace[] = [];
  let originSequence = snapshot?.originSequence ?? 0;
  const from = Math.min(firstToApply, last === undefined ? blocks.first : await findFirstWanted(blocks, last));
  for await (const { sequence, payload } of blocks.records(from)) {
    const record = decodeBlockRecord(payload);
    indexOutcomes(ids, sequence, record);
    if (last !== undefined && mayNameOpenBodies(record, last)) containers.push(...record.containers.map(placeOf));
    if (sequence < firstToApply) continue;
    const applied = await replayBlock(recovery, record);
    recovery.onReplayed?.(sequence, applied);
    const own = { state: replica.state, height: record.height, ackKey, next: originSequence };
    originSequence = nextOwnSequence(own, applied.containers);
  }
  const { height, unorderedFrom } = last ?? { height: 0, unorderedFrom: 0 };
  return { ids, originSequence, recorded: { height, unorderedFrom, containers } };
}

/** True where a block may order a body that a restart looks at, or a container that has not expired. */
function mayNameOpenBodies({ height, bodiesBelow }: BlockMarks, last: BlockRecord): boolean {
  return bodiesBelow > last.unorderedFrom || height + expiryAheadHeightsMax >= last.height;
}

function placeOf({ header, bodyNumber }: RecordedContainer): OrderedPlace {
  return { header, bodyNumber };
}

/**
 * A snapshot is believed only as far as the log says the same. Its root enters the app hash 64 heights later; until then
 * a snapshot with other balances and a root to match them would agree with itself.
 */
function expectRecorded(marks: ReplicaMarks, record: BlockRecord): void {
  const agrees =
    marks.height === record.height &&
    marks.timeMs === record.timeMs &&
    marks.logSize === record.logSize &&
    (["appHash", "logRoot", "effects", "stateRoot"] as const).every((name) => equalBytes(marks[name], record[name])) &&
    marks.pendingRoot?.fromHeight === record.height &&
    record.sealedRoot !== undefined &&
    equalBytes(marks.pendingRoot.root, record.sealedRoot);
  if (!agrees) throw new SyntaxError(`the snapshot at height ${marks.height} is not of the block in the log`);
}

/** Blocks that may be on their way to the disk at once: one being synced, one executed meanwhile. */
export const blocksInFlightMax = 2;

/**
 * Bodies and blocks are synced side by side, so a block that was on its way may have outlived its body: it goes, with
 * what came after. An older block was acknowledged; that its body is missing is damage, and throws SyntaxError.
 */
async function cutBlocksWithoutBodies(blocks: SegmentLog, bodies: SegmentLog): Promise<void> {
  const inFlight = Math.max(blocks.first, blocks.durable - blocksInFlightMax);
  for (let number = inFlight; number < blocks.durable; number++) {
    const { containers } = decodeBlockRecord(await blocks.read(number));
    if (containers.every(({ bodyNumber }) => bodyNumber === undefined || bodyNumber < bodies.durable)) continue;
    return blocks.truncateAfter(number - 1);
  }
}

/**
 * The first block that a start reads: young enough to hold transactions that may be repeated or containers that have not
 * expired, or to refer to a body that stood beside unordered ones. Before a block that refers to none of these, none does.
 */
async function findFirstWanted(blocks: SegmentLog, last: BlockRecord): Promise<number> {
  const since = last.timeMs - 2 * rememberMs;
  const isWanted = (marks: BlockMarks): boolean => marks.timeMs >= since || mayNameOpenBodies(marks, last);
  return (await new BlockFinder(blocks).find(isWanted)) ?? blocks.durable;
}

function indexOutcomes(ids: RecentIds, blockNumber: number, record: BlockRecord): void {
  record.outcomes.forEach(({ leaf }, index) => {
    ids.add(toHex(leaf.subarray(32, 64)), { blockNumber, index }, record.timeMs);
  });
}

/** Executes a recorded block again. Bodies carry checksums, so lines are not hashed: their roots come from the leaves. */
async function replayBlock(
  { replica, bodies }: Recovery,
  record: BlockRecord,
): Promise<AppliedBlock & { containers: readonly OrderedContainer[] }> {
  const containers: OrderedContainer[] = [];
  for (const recorded of record.containers) {
    containers.push(readContainer(recorded, await readRecordedBody(bodies, recorded, record.height)));
  }
  const applied = replica.apply({
    height: record.height,
    timeMs: record.timeMs,
    containers: withRecordedLeaves(record, containers),
    ...(record.doubleVotes && { doubleVotes: record.doubleVotes }),
  });
  if (!equalBytes(applied.head.appHash, record.appHash)) {
    throw new Error(
      `block ${record.height} executed again gives another app hash than the one recorded: the software or the log was changed`,
    );
  }
  return { ...applied, containers };
}

async function readRecordedBody(
  bodies: SegmentLog,
  { inlineBody, bodyNumber = -1 }: RecordedContainer,
  height: number,
): Promise<Uint8Array> {
  if (inlineBody !== undefined) return inlineBody;
  if (bodyNumber >= bodies.first && bodyNumber < bodies.durable) return bodies.read(bodyNumber);
  throw new SyntaxError(`block ${height}: its body, record ${bodyNumber} of the body log, is missing`);
}

/** The containers with what the leaves say of them: roots of lines, and which are void. */
function withRecordedLeaves(record: BlockRecord, containers: readonly OrderedContainer[]): OrderedContainer[] {
  const roots = new Map<string, Uint8Array>();
  const voids = new Set<string>();
  for (const { leaf, place, refusal } of record.outcomes) {
    const read = findLeaf(leaf);
    if (place !== undefined && read !== undefined) roots.set(place.join("/"), read.linesRoot);
    if (read?.kind === leafKinds.container && refusal?.refused === "VOID_CONTAINER") voids.add(toHex(read.id));
  }
  return containers.map((container, at) => {
    const { header, batchId } = container;
    if ("void" in container) return container;
    if (voids.has(toHex(batchId))) return { header, batchId, void: "faulty" };
    const envelopes = container.envelopes.map((envelope, index) => ({
      ...envelope,
      linesRoot: roots.get(`${at}/${index}`) ?? envelope.linesRoot,
    }));
    return { header, batchId, envelopes };
  });
}
