import { toHex } from "@mingbai/codec/hex";
import { batchId, type ContainerHeader, findContainerHeader } from "@mingbai/ledger/container/container";
import { LogError } from "../segments/log-error.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import {
  bodyRecordEndBytes,
  decodeBodyRecord,
  encodeBodyRecord,
  encodeSharedRecord,
  type StoredBody,
  sharedRecordBytes,
} from "./body-record.ts";
import { GiveBack } from "./give-back.ts";
import type { RecentlyOrdered } from "./recently-ordered.ts";
import { type RecordedBodies, type RecoveredBodies, recoverBodies } from "./recover-bodies.ts";
import type { UnorderedBody, UnorderedIndex, UnorderedUse } from "./unordered-index.ts";

/** What one origin may have stored here and not ordered; whoever says "stored" refuses more. */
export const unorderedBytesMax = 64 * 1024 * 1024;
export const unorderedContainersMax = 128;

/**
 * Bodies of containers, ordered or not, each written once: a block refers to the record that a push or the sequencer
 * wrote. What is not ordered is found by batch id until its expiry height is passed, also after a restart.
 */
export class BodyStore {
  readonly #log: SegmentLog;
  readonly #unordered: UnorderedIndex;
  readonly #ordered: RecentlyOrdered;
  readonly #giveBack: GiveBack;
  #below: number;

  private constructor(log: SegmentLog, { unordered, ordered, needless }: RecoveredBodies) {
    this.#log = log;
    this.#unordered = unordered;
    this.#ordered = ordered;
    this.#giveBack = new GiveBack(log, needless);
    this.#below = log.durable;
    // Retention may have dropped what blocks still name.
    ordered.dropBefore(log.first);
  }

  /** Finds in the log what the blocks recorded do not order. */
  static async open(log: SegmentLog, recorded: RecordedBodies): Promise<BodyStore> {
    return new BodyStore(log, await recoverBodies(log, recorded));
  }

  /** The oldest record that is kept. */
  get first(): number {
    return this.#log.first;
  }

  /** Records below this number are durable. */
  get durable(): number {
    return this.#log.durable;
  }

  /** Records below this number were put, durable or not. */
  get below(): number {
    return this.#below;
  }

  /**
   * A restart reads from here: the first record that an unordered container needs, and not above what is durable, as a
   * crash may give numbers from there on to others.
   */
  get unorderedFrom(): number {
    return this.#unordered.firstNumber(this.#log.durable);
  }

  /** True where bodies may be put. After LOG_FULL it tries whether there is space again. */
  async takesBodies(): Promise<boolean> {
    if (this.#log.status !== "full") return this.#log.status === "open";
    try {
      await this.#log.resume();
      return true;
    } catch (error) {
      if (error instanceof LogError && error.code === "LOG_FULL") return false;
      throw error;
    }
  }

  /** The longest body with its group roots, in bytes. */
  get bodyBytesMax(): number {
    return this.#log.payloadBytesMax - bodyRecordEndBytes;
  }

  /**
   * Takes a container whose body was checked against its header, and returns the record that holds the body. Writes
   * nothing where the batch id is known, and no body where an unordered container has the same one. Not durable before
   * `commit`. Throws RangeError where header and body do not fit each other; else as `SegmentLog.append`.
   */
  put(stored: StoredBody): number {
    const { headerBytes, signature } = stored;
    const header = getHeader(stored);
    const known = this.findNumber(batchId(headerBytes));
    if (known !== undefined) return known;
    const shared = this.#unordered.findByRoot(toHex(header.bodyRoot));
    const recordNumber = this.#log.append(
      shared === undefined ? encodeBodyRecord(stored) : encodeSharedRecord(stored, shared),
    );
    this.#below = recordNumber + 1;
    const bodyNumber = shared ?? recordNumber;
    this.#unordered.add({ header, headerBytes, signature, recordNumber, bodyNumber });
    return bodyNumber;
  }

  /**
   * Resolves when everything put before is durable. Rejects with LOG_FULL (of what was put since the last
   * commit only what `find` finds is kept) or LOG_BROKEN (it may or may not be found after a restart), and where giving space back failed before.
   */
  async commit(): Promise<void> {
    this.#giveBack.assertSound();
    try {
      await this.#log.commit();
    } catch (error) {
      this.#forgetRefused();
      throw error;
    }
  }

  /** A container that is stored, or about to be, and not ordered. */
  find(id: Uint8Array): UnorderedBody | undefined {
    return this.#unordered.find(toHex(id));
  }

  /** Record that holds the body of a container that waits, or was ordered not long ago (`rememberedMax`). */
  findNumber(id: Uint8Array): number | undefined {
    const hex = toHex(id);
    return this.#unordered.find(hex)?.bodyNumber ?? this.#ordered.find(hex);
  }

  /** Record that holds the body of this root, as long as `findNumber` finds a container that names it. */
  findByRoot(bodyRootHex: string): number | undefined {
    return this.#unordered.findByRoot(bodyRootHex) ?? this.#ordered.findByRoot(bodyRootHex);
  }

  /** All that is stored and not ordered. */
  unordered(): Iterable<UnorderedBody> {
    return this.#unordered.values();
  }

  unorderedUse(origin: number): UnorderedUse {
    return this.#unordered.use(origin);
  }

  /** A durable record that holds a body, every byte checked. RangeError where it is not kept, `LogDamaged` where damaged. */
  async read(bodyNumber: number): Promise<StoredBody> {
    return decodeBodyRecord(await this.#log.read(bodyNumber));
  }

  /** Tells of containers that a block orders: their bodies are kept from now on as that block is. */
  ordered(batchIds: readonly Uint8Array[]): void {
    for (const id of batchIds) {
      const body = this.find(id);
      if (body === undefined) continue;
      this.#unordered.order(body);
      this.#ordered.add({ id: toHex(id), root: toHex(body.header.bodyRoot), bodyNumber: body.bodyNumber });
    }
  }

  /**
   * Tells that a height is durable: what could be ordered up to below it only is no longer kept. Its space is given back
   * beside the work; a failure in that is raised by the next commit.
   */
  expire(height: number): void {
    for (const body of this.#unordered.expired(height)) {
      const bytes = body.header.bodyBytes + bodyRecordEndBytes;
      for (const number of this.#unordered.remove(body)) this.#giveBack.needless.add(number, bytes);
    }
    this.#giveBack.start(this.#unordered.needed());
  }

  /** Finds containers no more whose ordered body lies before this record. */
  forgetOrdered(bodyNumber: number): void {
    this.#ordered.dropBefore(bodyNumber);
  }

  /**
   * Lets go of ordered bodies before this record, a segment at a time; what is not ordered stays. Resolves with the first
   * record that is kept.
   */
  async retainFrom(bodyNumber: number): Promise<number> {
    const first = await this.#log.dropBefore(Math.min(bodyNumber, this.unorderedFrom));
    this.#ordered.dropBefore(first);
    this.#giveBack.needless.forget(this.#giveBack.needless.within({ first: 0, below: first }));
    return first;
  }

  /** Resolves when no space is being given back. */
  settled(): Promise<void> {
    return this.#giveBack.settled();
  }

  /** As `SegmentLog.close`. Rejects where giving space back broke the log: what no commit acknowledged may be lost then. */
  async close(): Promise<void> {
    await this.#giveBack.close();
    await this.#log.close();
    this.#giveBack.assertSound();
  }

  /** The numbers of refused records are given to others. */
  #forgetRefused(): void {
    const { durable } = this.#log;
    for (const body of [...this.#unordered.values()]) if (body.recordNumber >= durable) this.#unordered.remove(body);
    const { needless } = this.#giveBack;
    needless.forget(needless.within({ first: durable, below: Number.POSITIVE_INFINITY }));
    this.#below = Math.min(this.#below, durable);
  }
}

function getHeader({ headerBytes, body, groupRoots }: StoredBody): ContainerHeader {
  const header = findContainerHeader(headerBytes);
  const length = body.length + groupRoots.length + bodyRecordEndBytes;
  if (header === undefined || header.bodyBytes !== body.length || length <= sharedRecordBytes) {
    throw new RangeError("a body is stored with the header that names it");
  }
  return header;
}
