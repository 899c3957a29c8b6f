import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Item } from "@mingbai/ledger/container/item";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import type { CheckedBody } from "./checked-body.ts";
import type { ExchangeOptions, ItemListener } from "./exchange-options.ts";
import { Arrivals } from "./fetch/arrivals.ts";
import { AskMembers } from "./fetch/ask-members.ts";
import { type FetchContext, fetchBody } from "./fetch/fetch-body.ts";
import { type FetchedRange, fetchRange } from "./fetch/fetch-range.ts";
import { ServeBodies } from "./fetch/serve-bodies.ts";
import type { BodyAnswer } from "./frames/body.ts";
import { encodeBusy } from "./frames/busy.ts";
import { frameTypes, otherFramesFrom } from "./frames/frame-type.ts";
import type { Push } from "./frames/push.ts";
import type { BodyPlace } from "./frames/range.ts";
import type { RangeBodies } from "./frames/range-bodies.ts";
import { type FrameHandlers, readFrame } from "./frames/read-frame.ts";
import { encodeStored } from "./frames/stored.ts";
import { Membership } from "./membership.ts";
import { type PeerFault, PeerFaults } from "./peer-faults.ts";
import type { Certified, PublishedContainer, PublishFault } from "./push/publication.ts";
import { Publisher } from "./push/publisher.ts";
import { SharedItems } from "./share/shared-items.ts";
import { retryMsOf, StorePushes } from "./store/store-pushes.ts";
import { VainPushes } from "./store/vain-pushes.ts";

/** What an operator and the other parts see of the exchange. */
export interface ExchangeStatus {
  /** Own containers that are not ordered yet. */
  readonly published: { readonly containers: number; readonly bytes: number };
  /** Questions to other members for bodies. */
  readonly fetching: number;
  readonly members: readonly {
    readonly member: number;
    /** Pushes and items that it has not answered. */
    readonly pushesLeft: number;
    readonly itemsLeft: number;
    readonly bytesInFlight: number;
    readonly unordered: { readonly bytes: number; readonly containers: number };
    readonly faults: Partial<Record<PeerFault, number>>;
  }[];
}

/**
 * One member's part in the first layer (PROTOCOL, "Batches and order"): own containers are stored, pushed and certified,
 * those of others stored and promised, certified items shared with all, bodies found wherever they are.
 */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #faults: PeerFaults;
  readonly #vain: VainPushes;
  readonly #items: SharedItems;
  readonly #publisher: Publisher;
  readonly #store: StorePushes;
  readonly #serve: ServeBodies;
  readonly #arrivals = new Arrivals();
  readonly #askBodies: AskMembers<BodyAnswer>;
  readonly #askRanges: AskMembers<RangeBodies>;
  readonly #fetching: FetchContext;
  #membership: Membership;
  #height: number;
  #request = 0;
  #signer: Signer;
  #hasFailed = false;
  #isClosed = false;

  constructor(options: ExchangeOptions) {
    const { links, clock, keeper, check, isOrdered } = options;
    this.#options = options;
    this.#faults = new PeerFaults(clock);
    this.#vain = new VainPushes(clock);
    this.#membership = new Membership(options);
    this.#signer = options.signer;
    this.#height = options.height;
    const membership = () => this.#membership;
    const height = () => this.#height;
    const shared = { links, clock, keeper, check, isOrdered, faults: this.#faults, membership, height };
    this.#publisher = new Publisher({
      ...shared,
      guard: (work) => this.#guard(work),
      onCertified: (item) => this.#items.offer(item),
    });
    this.#store = new StorePushes({ ...shared, onStored: (checked) => this.#tellStored(checked) });
    this.#items = new SharedItems({ links, judgeItem: options.judgeItem, faults: this.#faults });
    this.#serve = new ServeBodies({ links, keeper, onDamage: (damage) => options.onDamage?.(damage) });
    // One row of numbers for both kinds of question: an answer of the other kind finds nobody who asked.
    const nextRequest = () => this.#nextRequest();
    this.#askBodies = new AskMembers({ links, clock, nextRequest });
    this.#askRanges = new AskMembers({ links, clock, nextRequest });
    this.#fetching = shared;
    links.onPeer((member, isThere) => this.#publisher.peer(member, isThere));
    links.onFrame((member, frame) => this.#take(member, frame));
  }

  /** Goes on with own containers that were stored before a restart and are not ordered. Call once, with `onItem` set. */
  async start(): Promise<void> {
    const { self } = this.#membership;
    if (self === undefined) return;
    for (const batchId of this.#options.keeper.unorderedOf(self)) {
      const kept = await this.#options.keeper.read(batchId);
      if (kept !== undefined) await this.#publisher.resume(kept);
    }
  }

  /** Names the one listener for items that may be put into a block. */
  onItem(listener: ItemListener): void {
    this.#items.onItem(listener);
  }

  /**
   * Stores a container that this node made, tells when that is durable, pushes it to all, and resolves with its item once it
   * is certified; an inline one is shared as it is, and not stored. Or resolves with the reason why it never will be.
   */
  publish(container: PublishedContainer, onStored?: () => void): Promise<Certified | { readonly fault: PublishFault }> {
    return this.#publisher.publish(container, onStored);
  }

  /** The body of an item, compared with its header, wherever it is. Waits for ever; rejects by the signal. */
  fetchBody(item: Item, { signal }: { readonly signal: AbortSignal }): Promise<CheckedBody> {
    const { clock } = this.#options;
    const context = { ...this.#fetching, clock, arrivals: this.#arrivals, ask: this.#askBodies };
    return fetchBody(context, { item, signal });
  }

  /** Ordered bodies from a place on, for a member that catches up. Waits for ever; rejects by the signal. */
  fetchRange(from: BodyPlace, { signal }: { readonly signal: AbortSignal }): Promise<FetchedRange> {
    return fetchRange({ ...this.#fetching, ask: this.#askRanges }, { from, signal });
  }

  /** Tells of items that a block orders. The keeper is told by whoever keeps the ledger. */
  ordered(items: readonly Item[]): void {
    this.#publisher.ordered(items.map(({ batchId }) => batchId));
  }

  /** Tells that a height is committed here. */
  heightReached(height: number): void {
    this.#height = height;
    this.#publisher.heightReached(height);
  }

  /** Tells of the roster that is in force from now on, and of the own key, where that changed. */
  rosterChanged(roster: Roster, signer: Signer = this.#signer): Promise<void> {
    this.#signer = signer;
    this.#membership = new Membership({ chain: this.#options.chain, roster, signer });
    this.#faults.clear();
    this.#vain.clear();
    this.#items.forget();
    return this.#publisher.rosterChanged();
  }

  status(): ExchangeStatus {
    const { keeper } = this.#options;
    return {
      published: { containers: this.#publisher.size, bytes: this.#publisher.bytes },
      fetching: this.#askBodies.size + this.#askRanges.size,
      members: this.#membership.others.map((member) => {
        const outbox = this.#publisher.outboxOf(member);
        return {
          member,
          pushesLeft: outbox?.pushes.size ?? 0,
          itemsLeft: outbox?.items.size ?? 0,
          bytesInFlight: (outbox?.pushes.bytesInFlight ?? 0) + (outbox?.items.bytesInFlight ?? 0),
          unordered: keeper.unorderedUse(member),
          faults: this.#faults.of(member),
        };
      }),
    };
  }

  /**
   * Says and takes nothing more; what was not certified resolves with CLOSED, questions end by their signals. Links and
   * keeper are closed by who opened them.
   */
  close(): void {
    this.#isClosed = true;
    this.#publisher.close();
  }

  #take(member: number, frame: Uint8Array): void {
    if (this.#isClosed) return;
    if ((frame[0] ?? 0) >= otherFramesFrom) {
      this.#options.onOtherFrame?.(member, frame);
      return;
    }
    const isMember = member in this.#membership.roster.members;
    // Whoever only watches is told of bodies, and has nothing to say of them.
    if (!isMember && frame[0] !== frameTypes.fetch && frame[0] !== frameTypes.range) return;
    if (this.#faults.isMuted(member)) return;
    if (!readFrame({ from: member, frame }, this.#handlers)) this.#faults.add(member, "MALFORMED_FRAME");
  }

  readonly #handlers: FrameHandlers = {
    push: (from, push) => this.#guard(this.#storePush(from, push)),
    stored: (from, stored) => this.#publisher.stored(from, stored),
    busy: (from, busy) => this.#publisher.busy(from, busy),
    item: (from, item) => this.#items.take(from, item),
    itemKnown: (from, known) => this.#publisher.itemKnown(from, known),
    fetch: (from, fetch) => this.#guard(this.#serve.fetch(from, fetch)),
    range: (from, range) => this.#guard(this.#serve.range(from, range)),
    body: (from, answer) => void this.#askBodies.answered(from, answer.request, answer),
    rangeBodies: (from, answer) => void this.#askRanges.answered(from, answer.request, answer),
    absent: (from, absent) => void (this.#askBodies.absent(from, absent) || this.#askRanges.absent(from, absent)),
  };

  async #storePush(from: number, push: Push): Promise<void> {
    const { batchId, isInVain, ...outcome } = await this.#store.take(from, push);
    if (isInVain) this.#hold(from, this.#vain.add(from, push.body.length));
    if (outcome.kind === "wrong") this.#faults.add(from, "CONTAINER_WRONG");
    if (outcome.kind === "stored") this.#options.links.send(from, encodeStored({ batchId, ...outcome }));
    if (outcome.kind !== "busy") return;
    const { reason } = outcome;
    this.#options.links.send(from, encodeBusy({ reason, retryMs: retryMsOf[reason], batchId }));
  }

  #hold(member: number, ms: number): void {
    if (ms > 0) this.#options.links.hold?.(member, ms);
  }

  #tellStored(checked: CheckedBody): void {
    this.#arrivals.tell(checked);
    this.#options.onStored(checked);
  }

  #nextRequest(): number {
    this.#request = (this.#request + 1) >>> 0;
    return this.#request;
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // What was under way finds the disk closed then.
      if (this.#hasFailed || this.#isClosed) return;
      this.#hasFailed = true;
      this.#options.onFailure(error);
    });
  }
}
