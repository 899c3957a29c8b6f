import { toHex } from "@mingbai/codec/hex";
import type { DoubleVote } from "@mingbai/ledger/execute/block";
import type { State } from "@mingbai/ledger/state/state";
import { BodyStore } from "../bodies/body-store.ts";
import type { Disk } from "../disk/disk.ts";
import { OpenedSoFar } from "../disk/opened-so-far.ts";
import type { Damage } from "../segments/log-error.ts";
import { openSegmentLog } from "../segments/open-segment-log.ts";
import type { ReadPart } from "../segments/read-parts.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import { type BlockRecord, decodeBlockRecord, encodeBlockRecord, type RecordedContainer } from "./block-record.ts";
import { BlockFinder } from "./find-block.ts";
import { KeptBodies } from "./kept-bodies.ts";
import { nextOwnSequence } from "./next-own-sequence.ts";
import type { RecentIds } from "./recent-ids.ts";
import { recordBlock, type StoredContainer } from "./record-block.ts";
import { recoverReplica } from "./recover-replica.ts";
import type { AppliedBlock, Head, Replica } from "./replica.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";

export const bodiesFolder = "bodies";
export const blocksFolder = "blocks";
/** Bodies up to this size stand in the block record itself, so that a small block is one write and one sync. */
export const inlineBodyBytesMax = 64 * 1024;
/** Segments of both logs are made ahead of need; below this a block is refused before it is executed. */
export const freeSegmentsMin = 4;

export interface ChainOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly replica: Replica;
  readonly segmentBytes?: number;
  /** Bodies up to this size stand in the block record; `inlineBodyBytesMax` unless given. Small in tests. */
  readonly inlineBytesMax?: number;
  /** By which this node signs its containers among several members, hexadecimal; none where it is the only one. */
  readonly ackKey?: string;
  /** Eight bytes for each segment, as `SegmentLogOptions` says. Tests give seeded ones. */
  readonly makeSalt?: () => Uint8Array;
  /** Told of a snapshot that is not what was written; another one, or the log from its beginning, stands in for it. */
  readonly onSnapshotDamage?: (damage: Damage) => void;
  /** Gets the body of a container of a block that was let go of here; without it such bodies cannot be read. */
  readonly fetchBody?: (record: BlockRecord, at: number) => Promise<Uint8Array>;
  /** Told of each block once it is durable, in order, with what execution made of it. */
  readonly onDurable?: (blockNumber: number, applied: AppliedBlock) => void;
}

/** A block as the sequencer hands it over: containers executed in this order, at this moment. */
export interface NextBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly containers: readonly StoredContainer[];
  readonly doubleVotes?: readonly DoubleVote[];
}

/** A replica with its memory on disk: body log, block log, snapshots. What a commit acknowledged survives. */
export class LedgerChain {
  readonly #options: ChainOptions;
  readonly #bodyLog: SegmentLog;
  /** What members promised to keep, and what blocks refer to. */
  readonly bodies: BodyStore;
  readonly #blocks: SegmentLog;
  readonly #finder: BlockFinder;
  readonly #kept: KeptBodies;
  readonly #snapshots: SnapshotWriter;
  readonly #ids: RecentIds;
  #originSequence: number;
  #waiting: { readonly blockNumber: number; readonly applied: AppliedBlock }[] = [];
  /** By block number: executed, not yet durable, and who waits until it is. */
  readonly #unsettled = new Map<
    number,
    { readonly applied: AppliedBlock; readonly settled: PromiseWithResolvers<void> }
  >();
  #committing = 0;
  #failure: { readonly error: unknown } | undefined;

  private constructor(parts: {
    options: ChainOptions;
    bodyLog: SegmentLog;
    bodies: BodyStore;
    blocks: SegmentLog;
    ids: RecentIds;
    originSequence: number;
  }) {
    this.#options = parts.options;
    this.#bodyLog = parts.bodyLog;
    this.bodies = parts.bodies;
    this.#blocks = parts.blocks;
    this.#finder = new BlockFinder(parts.blocks);
    this.#kept = new KeptBodies({ ...parts, finder: this.#finder });
    this.#snapshots = new SnapshotWriter(parts.options);
    this.#ids = parts.ids;
    this.#originSequence = parts.originSequence;
  }

  /** Opens the logs and brings the replica to the last durable block: newest snapshot, then the blocks after it. */
  static async open(options: ChainOptions): Promise<LedgerChain> {
    const { disk, folder, segmentBytes, makeSalt } = options;
    await using opened = new OpenedSoFar();
    const size = { ...(segmentBytes !== undefined && { segmentBytes }), ...(makeSalt && { makeSalt }) };
    const open = async (name: string) =>
      opened.adopt(await openSegmentLog({ disk, folder: `${folder}/${name}`, ...size }), (log) => log.close());
    const bodyLog = await open(bodiesFolder);
    const blocks = await open(blocksFolder);
    const { recorded, ...recovered } = await recoverReplica({ ...options, bodies: bodyLog, blocks });
    const bodies = await BodyStore.open(bodyLog, recorded);
    // What was promised and is not ordered yet has its number, too.
    const { state, head } = options.replica;
    const own = { state, height: head.height + 1, ackKey: options.ackKey, next: recovered.originSequence };
    const originSequence = nextOwnSequence(own, bodies.unordered());
    opened.move();
    return new LedgerChain({ options, bodyLog, bodies, blocks, ids: recovered.ids, originSequence });
  }

  get chain(): Uint8Array {
    return this.#options.replica.chain;
  }

  get head(): Head {
    return this.#options.replica.head;
  }

  get state(): State {
    return this.#options.replica.state;
  }

  get originSequence(): number {
    return this.#originSequence;
  }

  /** The oldest block record that is kept: 0 unless the ledger was restored from a snapshot. */
  get firstBlock(): number {
    return this.#blocks.first;
  }

  /** Block records below this number are durable. */
  get durableBlocks(): number {
    return this.#blocks.durable;
  }

  /** Records of the body log below this number are durable. */
  get durableBodies(): number {
    return this.bodies.durable;
  }

  isDeadlineDue(timeMs: number): boolean {
    return this.#options.replica.isDeadlineDue(timeMs);
  }

  /**
   * True where the disk has room for a block, or a body, of this size with its segments; asked before a block is executed
   * and before a body is put. A body log that was full takes bodies again then.
   */
  async hasRoomFor(bytes: number): Promise<boolean> {
    if (this.#failure !== undefined) return false;
    const { disk, folder, segmentBytes = 0 } = this.#options;
    const reserve = freeSegmentsMin * Math.max(segmentBytes, this.#bodyLog.payloadBytesMax);
    if ((await disk.freeBytes(folder)) <= bytes + reserve) return false;
    // A block that is not durable may refer to bodies that were refused: its commit must fail, and nothing take their numbers.
    return this.#waiting.length > 0 || this.#committing > 0 || this.bodies.takesBodies();
  }

  /** Executes a block and hands it to the logs. Not durable before `commit`. */
  append(block: NextBlock): AppliedBlock {
    this.#expectSound();
    const applied = this.#options.replica.apply(block);
    const containers = block.containers.map((container) => ({ container, bodyNumber: this.#placeBody(container) }));
    this.bodies.ordered(block.containers.map(({ batchId }) => batchId));
    const { unorderedFrom, below: bodiesBelow } = this.bodies;
    const record = recordBlock(applied, {
      containers,
      unorderedFrom,
      bodiesBelow,
      ...(block.doubleVotes && { doubleVotes: block.doubleVotes }),
    });
    const blockNumber = this.#blocks.append(encodeBlockRecord(record));
    const { ackKey } = this.#options;
    const own = { state: this.state, height: block.height, ackKey, next: this.#originSequence };
    this.#originSequence = nextOwnSequence(own, block.containers);
    this.#waiting.push({ blockNumber, applied });
    this.#unsettled.set(blockNumber, { applied, settled: Promise.withResolvers() });
    return applied;
  }

  /** Resolves when everything appended before is durable. A rejection is final: the process must end. */
  async commit(): Promise<void> {
    this.#expectSound();
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#committing++;
    try {
      await Promise.all([this.bodies.commit(), this.#blocks.commit()]);
    } catch (error) {
      this.#failure = { error };
      throw error;
    } finally {
      this.#committing--;
    }
    for (const { blockNumber, applied } of waiting) this.#settle(blockNumber, applied);
    this.#snapshots.expectSound();
  }

  /** The record of a durable block. */
  async readBlock(blockNumber: number): Promise<BlockRecord> {
    return decodeBlockRecord(await this.#blocks.read(blockNumber));
  }

  /** Durable blocks in order, from the one that holds leaf `logSize` of the log; none where the log is no longer. */
  async *blocksFromLogSize(logSize: number): AsyncGenerator<{ number: number; record: BlockRecord }> {
    const from = await this.#finder.find((marks) => marks.logSize > logSize);
    if (from === undefined) return;
    for await (const { sequence, payload } of this.#blocks.records(from)) {
      yield { number: sequence, record: decodeBlockRecord(payload) };
    }
  }

  /** Durable blocks in order, from the first of at least this height on. */
  async *blocksFromHeight(height: number): AsyncGenerator<BlockRecord> {
    const from = await this.#finder.find((marks) => marks.height >= height);
    if (from === undefined) return;
    for await (const { payload } of this.#blocks.records(from)) yield decodeBlockRecord(payload);
  }

  /** As `blocksFromHeight`, where all their bodies are here; none where the height lies before. */
  async *keptBlocksFrom(height: number): AsyncGenerator<BlockRecord> {
    if (height >= (await this.bodiesFrom())) yield* this.blocksFromHeight(height);
  }

  /** Height from which on the bodies of all blocks are here; 0 where none was let go of. */
  bodiesFrom(): Promise<number> {
    return this.#kept.from();
  }

  /** As `KeptBodies.retainFrom`: whoever calls it has a snapshot at or above that height. */
  retainBodiesFrom(height: number): Promise<void> {
    return this.#kept.retainFrom(height);
  }

  /** Heights of the snapshots that a restart may begin with, ascending. */
  snapshotHeights(): Promise<number[]> {
    return this.#snapshots.heights();
  }

  /** The app hash after this height, which the log must reach back to. */
  async appHashAt(height: number): Promise<Uint8Array> {
    if (height >= this.head.height) return this.head.appHash;
    const above = (await this.#finder.find((marks) => marks.height > height)) ?? this.#blocks.durable;
    return above === 0 ? this.#options.replica.founding.appHash : (await this.readBlock(above - 1)).appHash;
  }

  /** The recorded outcome of a leaf, with its block; undefined where the log is not that long. */
  async findLeafOutcome(logIndex: number): Promise<{ record: BlockRecord; index: number } | undefined> {
    const number = await this.#finder.find((marks) => marks.logSize > logIndex);
    if (number === undefined) return undefined;
    const record = await this.readBlock(number);
    return { record, index: logIndex - (record.logSize - record.outcomes.length) };
  }

  /**
   * A container's body: from the block record itself or from the body log, with what else that record holds behind it.
   * RangeError where it was let go of.
   */
  readBody(container: RecordedContainer): Promise<Uint8Array> {
    return this.#kept.read(container);
  }

  /** False where the container's body was let go of. */
  hasBody(container: RecordedContainer): boolean {
    return this.#kept.has(container);
  }

  /** The body of a container of a block, which begins what is returned, wherever it is kept. Rejects as `fetchBody` does. */
  async findBody(record: BlockRecord, at: number): Promise<Uint8Array> {
    const container = record.containers[at];
    if (container === undefined) throw new SyntaxError("a block record names a container that is not there");
    const { fetchBody } = this.#options;
    return fetchBody === undefined || this.hasBody(container) ? this.readBody(container) : fetchBody(record, at);
  }

  /** Lets `use` read parts of a body of the body log, unchecked: it must prove them by what it knows. */
  readBodyParts<T>(bodyNumber: number, use: (read: ReadPart) => Promise<T>): Promise<T> {
    return this.#bodyLog.readParts(bodyNumber, use);
  }

  /**
   * The recorded outcome of a transaction executed in the last day, with its block. One that is executed and not yet durable is waited
   * for: the state knows its number already, so that nobody may be told that there is no such transaction.
   */
  async findOutcome(id: string): Promise<{ record: BlockRecord; index: number } | undefined> {
    for (const { applied, settled } of this.#unsettled.values()) {
      if (applied.executed.some((one) => toHex(one.id) === id)) await settled.promise;
    }
    const place = this.#ids.find(id);
    if (place === undefined || place.blockNumber >= this.#blocks.durable) return undefined;
    return { record: await this.readBlock(place.blockNumber), index: place.index };
  }

  /** Where a transaction of the last day stands in the Merkle log. */
  async findLogIndex(id: string): Promise<number | undefined> {
    const found = await this.findOutcome(id);
    return found && found.record.logSize - found.record.outcomes.length + found.index;
  }

  /** Resolves when no snapshot is being written. */
  snapshotsSettled(): Promise<void> {
    return this.#snapshots.settled();
  }

  async close(): Promise<void> {
    await this.#snapshots.settled();
    await Promise.all([this.bodies.close(), this.#blocks.close()]);
  }

  /** Record that holds the body; undefined where it goes into the block record. */
  #placeBody(container: StoredContainer): number | undefined {
    // What was given up is so for all, even where its body was found: nothing stands for it here.
    if ("void" in container && container.void === "lost") return undefined;
    const { body, bodyNumber = this.bodies.findNumber(container.batchId) } = container;
    if (bodyNumber !== undefined) return bodyNumber;
    return body.length <= (this.#options.inlineBytesMax ?? inlineBodyBytesMax) ? undefined : this.bodies.put(container);
  }

  /** A commit that failed may have left a block without its bodies: a restart cuts it off, and nothing may follow it here. */
  #expectSound(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #settle(blockNumber: number, applied: AppliedBlock): void {
    applied.executed.forEach(({ id }, index) => {
      this.#ids.add(toHex(id), { blockNumber, index }, applied.head.timeMs);
    });
    this.bodies.expire(applied.head.height);
    this.#unsettled.get(blockNumber)?.settled.resolve();
    this.#unsettled.delete(blockNumber);
    this.#options.onDurable?.(blockNumber, applied);
    const { sealed } = applied;
    if (sealed !== undefined) this.#snapshots.start({ blockNumber, sealed, originSequence: this.#originSequence });
  }
}
