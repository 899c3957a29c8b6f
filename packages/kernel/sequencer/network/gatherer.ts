import { toBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { containerUnitsMax } from "@mingbai/ledger/container/body";
import { type AssembledContainer, assembleContainers } from "../containers/assemble-containers.ts";
import type { Intake } from "../intake/intake.ts";
import type { Pending } from "../intake/pending.ts";
import type { OriginSequence } from "./origin-sequence.ts";

/** Commands wait this long for others to share a container, unless nothing was sent for as long. */
export const gatherMs = 4;
/** Up to this size commands travel in the block itself, without a certificate: two rounds between members less. */
export const inlineBytesMax = 4 * 1_024;
/** What may be on its way of this node's own, below what others grant one origin. */
export const ownContainersMax = 96;
export const ownBytesMax = 48 * 1024 * 1024;
/** Heights that a container may wait: half of what the block rule allows, so that members who are behind take it too. */
export const containerExpiryHeights = 2_048;
/** How often the gatherer looks whether it may go on or has to stop, ms. */
export const gatherPollMs = 1_000;

export interface SignedContainer extends AssembledContainer {
  /** The origin's signature over the batch id. */
  readonly signature: Uint8Array;
}

interface Parts {
  readonly intake: Intake;
  readonly chain: Uint8Array;
  readonly sequence: OriginSequence;
  /** This node's member number, or undefined while it is none: then it gathers nothing. */
  readonly findMember: () => number | undefined;
  /** The ledger's height. */
  readonly height: () => number;
  readonly sign: (batchId: Uint8Array) => Promise<Uint8Array>;
  /**
   * Stores a container, tells when that is durable, spreads it and sees to its certificate. Resolves with whether it may still
   * be ordered.
   */
  readonly publish: (container: SignedContainer, onStored: () => void) => Promise<boolean>;
  /** This node's signed promise that a transaction stands in the log by a height; undefined while it promises nothing. */
  readonly promise: (promise: { id: Uint8Array; byHeight: number }) => Promise<Uint8Array | undefined>;
  /** A container could not be stored for a reason that no retry mends. */
  readonly onFailure: (error: unknown) => void;
  readonly wait: (ms: number) => Promise<void>;
  /** Ms that never go back, as those of a wall clock do: a pause would last as long as that was put back. */
  readonly now: () => number;
}

interface Own {
  readonly taken: readonly Pending[];
  readonly expiryHeight: number;
  readonly bytes: number;
}

/** Makes containers of what users sent to this node, and remembers whose transactions are in which until they are ordered. */
export class Gatherer {
  readonly #parts: Parts;
  readonly #own = new Map<string, Own>();
  #bytes = 0;
  #room = Promise.withResolvers<void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Containers of this node that are on their way. */
  get size(): number {
    return this.#own.size;
  }

  /** Gathers until the intake is closed and empty. */
  async run(): Promise<void> {
    const { intake, now } = this.#parts;
    let flushedMs = Number.NEGATIVE_INFINITY;
    while (intake.state === "open" || (intake.state === "closing" && !intake.isEmpty)) {
      await intake.waitForWork(gatherPollMs);
      if (!(await this.#mayGather())) continue;
      const restMs = flushedMs + gatherMs - now();
      if (restMs > 0) await this.#parts.wait(restMs);
      await this.#flush();
      flushedMs = now();
    }
  }

  /** Whose transactions were in the containers of this node among these, which have been executed: they are to be answered. */
  ordered(batchIds: readonly Uint8Array[]): Pending[] {
    return batchIds.flatMap((batchId) => this.#release(toHex(batchId))?.taken ?? []);
  }

  /** What was not ordered in time never will be: its senders may send again. */
  expire(height: number): void {
    for (const [id, { expiryHeight }] of this.#own) if (expiryHeight < height) this.#giveBack(id);
  }

  async #flush(): Promise<void> {
    const { intake, sequence, chain, height, findMember } = this.#parts;
    const member = findMember();
    const taken = intake.take({ unitsMax: containerUnitsMax, bytesMax: ownBytesMax / 2 });
    if (member === undefined) return intake.giveBack(taken);
    const origin = { member, chainTag: chain.slice(0, 8), sequence: await sequence.take(taken.length) };
    // What is promised is stored first, so that it outlives this process; what stands in the block itself never is.
    const mayBeInline = !taken.some(({ isPromiseAwaited }) => isPromiseAwaited);
    const limits = {
      expiryHeight: height() + containerExpiryHeights,
      inlineBytesMax: mayBeInline ? inlineBytesMax : 0,
    };
    const containers = assembleContainers(
      taken.map(({ envelope }) => envelope),
      { origin, ...limits },
    );
    let first = 0;
    for (const container of containers) {
      const end = first + container.envelopes.length;
      await this.#send(container, taken.slice(first, end));
      first = end;
    }
  }

  async #send(container: AssembledContainer, taken: readonly Pending[]): Promise<void> {
    const { expiryHeight } = container.header;
    const id = toHex(container.batchId);
    this.#own.set(id, { taken, expiryHeight, bytes: container.body.length });
    this.#bytes += container.body.length;
    const { publish, sign, onFailure } = this.#parts;
    const signed = { ...container, signature: await sign(container.batchId) };
    const promise = () => void this.#promise(taken, expiryHeight).catch(onFailure);
    publish(signed, promise).then((mayBeOrdered) => {
      if (!mayBeOrdered) this.#giveBack(id);
    }, onFailure);
  }

  /** Whoever waits for it is promised the height after which their container can't be ordered any more. */
  async #promise(taken: readonly Pending[], byHeight: number): Promise<void> {
    for (const pending of taken) {
      if (!pending.isPromiseAwaited) continue;
      const promise = await this.#parts.promise({ id: pending.envelope.id, byHeight });
      if (promise !== undefined) pending.promise({ status: "received", id: pending.id, promise: toBase64(promise) });
    }
  }

  #giveBack(id: string): void {
    const own = this.#release(id);
    if (own !== undefined) this.#parts.intake.giveBack(own.taken);
  }

  /** Waits a while where as much is on its way as may be. */
  async #mayGather(): Promise<boolean> {
    if (this.#hasRoom()) return true;
    this.#room = Promise.withResolvers<void>();
    await Promise.race([this.#room.promise, this.#parts.wait(gatherPollMs)]);
    return this.#hasRoom();
  }

  #hasRoom(): boolean {
    return this.#own.size < ownContainersMax && this.#bytes < ownBytesMax;
  }

  #release(id: string): Own | undefined {
    const own = this.#own.get(id);
    this.#own.delete(id);
    this.#bytes -= own?.bytes ?? 0;
    if (this.#hasRoom()) this.#room.resolve();
    return own;
  }
}
