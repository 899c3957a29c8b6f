import { toHex } from "@mingbai/codec/hex";
import { batchId as batchIdOf, findContainerHeader } from "@mingbai/ledger/container/container";
import type { StoredBody } from "@mingbai/log/bodies/body-record";
import { unorderedBytesMax, unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import type { Busy } from "../frames/busy.ts";
import type { ItemKnown } from "../frames/item-known.ts";
import { encodeSharedItem } from "../frames/shared-item.ts";
import type { Stored } from "../frames/stored.ts";
import { inlinePublishedMax } from "../limits.ts";
import type { Membership } from "../membership.ts";
import type { PeerFaults } from "../peer-faults.ts";
import type { BodyKeeper } from "../ports/body-keeper.ts";
import type { Clock } from "../ports/clock.ts";
import type { Links } from "../ports/links.ts";
import { putDurably } from "../store/put-durably.ts";
import { PeerOutbox } from "./peer-outbox.ts";
import { type Certified, Publication, type PublishedContainer, type PublishFault } from "./publication.ts";

/** What publishing needs from around it. */
export interface PublisherContext {
  readonly links: Links;
  readonly clock: Clock;
  readonly keeper: BodyKeeper;
  readonly faults: PeerFaults;
  readonly membership: () => Membership;
  readonly height: () => number;
  /** Takes over what nobody waits for; told of its failure. */
  readonly guard: (work: Promise<void>) => void;
  /** An item was made here. */
  readonly onCertified: (item: Uint8Array) => void;
}

/**
 * Own containers until they are ordered or expire: stored here, pushed to all others until each said "stored", certified
 * by the shortest quorum, and then shared with all others until each has the item.
 */
export class Publisher {
  readonly #context: PublisherContext;
  readonly #publications = new Map<string, Publication>();
  readonly #outboxes = new Map<number, PeerOutbox>();
  #bytes = 0;
  #isClosed = false;

  constructor(context: PublisherContext) {
    this.#context = context;
    this.#openOutboxes();
  }

  get size(): number {
    return this.#publications.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  outboxOf(member: number): PeerOutbox | undefined {
    return this.#outboxes.get(member);
  }

  /**
   * Resolves when the container is certified, or with the reason why it never will be. Pushing goes on after that, until
   * everybody has it. Rejects where the disk is not to be trusted any more. `onStored`: called once it is durable here.
   */
  async publish(
    container: PublishedContainer,
    onStored: () => void = () => undefined,
  ): Promise<Certified | { readonly fault: PublishFault }> {
    const fault = this.#findFault(container);
    if (fault !== undefined) return { fault };
    const publication = this.#hold(container);
    // Its maker may have signed by the key of an epoch that ended meanwhile.
    if (!this.#context.membership().isSignedBy(container.header.origin, container)) await this.#sign(publication);
    if (publication.isInline) {
      this.#shareInline(publication);
      return publication.result;
    }
    // Stored here before anybody else sees it: a restart that has forgotten it would use its number a second time.
    publication.isStored = await putDurably(this.#context.keeper, container);
    if (publication.isStored) {
      onStored();
      await this.#spread(publication);
    } else this.#drop(publication, "NO_ROOM");
    return publication.result;
  }

  /** Goes on with a container that was stored here before a restart and is not ordered. */
  async resume(stored: StoredBody): Promise<void> {
    const { headerBytes, signature } = stored;
    const header = findContainerHeader(headerBytes);
    const batchId = batchIdOf(headerBytes);
    if (header === undefined || this.#publications.has(toHex(batchId))) return;
    const membership = this.#context.membership();
    if (header.origin !== membership.self || header.expiryHeight < this.#context.height()) return;
    const publication = this.#hold({ ...stored, header, batchId });
    publication.isStored = true;
    if (!membership.isSignedBy(header.origin, { batchId, signature })) await this.#sign(publication);
    await this.#spread(publication);
  }

  /** A member says that it stored a container. */
  stored(from: number, { epoch, batchId, signature }: Stored): void {
    const membership = this.#context.membership();
    const publication = this.#publications.get(toHex(batchId));
    if (publication === undefined || publication.hasAckOf(from) || epoch !== membership.roster.epoch) return;
    if (!membership.isStoredBy(from, { batchId, signature })) {
      this.#context.faults.add(from, "ACK_FORGED");
      return;
    }
    this.#outboxes.get(from)?.pushes.done(publication.id);
    if (publication.acknowledge(from, signature, membership)) this.#share(publication);
  }

  busy(from: number, { batchId, retryMs }: Busy): void {
    this.#outboxes.get(from)?.pushes.postpone(toHex(batchId), retryMs);
  }

  itemKnown(from: number, { batchId, epoch }: ItemKnown): void {
    const id = toHex(batchId);
    const certified = this.#publications.get(id)?.certified;
    if (certified !== undefined && epochOf(certified) === epoch) this.#outboxes.get(from)?.items.done(id);
  }

  /** A member that comes may have started anew: its disk has what it promised, but items it must be told again. */
  peer(member: number, isThere: boolean): void {
    const outbox = this.#outboxes.get(member);
    if (!isThere || outbox === undefined) return;
    for (const { id, certified } of this.#publications.values()) {
      if (certified !== undefined) outbox.items.add(id, { frame: encodeSharedItem(certified.item) });
    }
    outbox.wake();
  }

  /** They stand in a block: nobody needs to be told of them any more. */
  ordered(batchIds: readonly Uint8Array[]): void {
    for (const batchId of batchIds) {
      const publication = this.#publications.get(toHex(batchId));
      if (publication !== undefined) this.#drop(publication, "ORDERED");
    }
  }

  heightReached(height: number): void {
    for (const publication of [...this.#publications.values()]) {
      if (publication.container.header.expiryHeight < height) this.#drop(publication, "EXPIRED");
    }
    const { self } = this.#context.membership();
    for (const publication of this.#publications.values()) {
      const isOwed = publication.isStored && self !== undefined && !publication.hasAckOf(self);
      if (isOwed) this.#context.guard(this.#acknowledgeOwn(publication));
    }
  }

  /** Everything that is not ordered is certified again, by the members of the new epoch. */
  async rosterChanged(): Promise<void> {
    for (const outbox of this.#outboxes.values()) outbox.close();
    this.#outboxes.clear();
    this.#openOutboxes();
    for (const publication of [...this.#publications.values()]) await this.#beginEpoch(publication);
  }

  close(): void {
    this.#isClosed = true;
    for (const publication of [...this.#publications.values()]) this.#drop(publication, "CLOSED");
    for (const outbox of this.#outboxes.values()) outbox.close();
  }

  #findFault({ header, batchId }: PublishedContainer): PublishFault | undefined {
    const { self } = this.#context.membership();
    if (this.#isClosed) return "CLOSED";
    if (self === undefined) return "NO_MEMBER";
    if (header.origin !== self) return "RENUMBERED";
    if (header.expiryHeight < this.#context.height()) return "EXPIRED";
    if (this.#publications.has(toHex(batchId))) throw new RangeError("the container is published already");
    const countMax = unorderedContainersMax + inlinePublishedMax;
    return this.size >= countMax || this.#bytes + header.bodyBytes > unorderedBytesMax ? "FULL" : undefined;
  }

  #hold(container: PublishedContainer): Publication {
    const publication = new Publication(container);
    this.#publications.set(publication.id, publication);
    this.#bytes += container.body.length;
    return publication;
  }

  /** By the key that is in force when it is done. */
  async #sign(publication: Publication): Promise<void> {
    for (let signedBy: Membership | undefined; signedBy !== this.#context.membership(); ) {
      signedBy = this.#context.membership();
      publication.sign(await signedBy.signOrigin(publication.container.batchId));
    }
  }

  #drop(publication: Publication, fault: PublishFault): void {
    if (!this.#publications.delete(publication.id)) return;
    this.#bytes -= publication.container.body.length;
    for (const outbox of this.#outboxes.values()) outbox.withdraw(publication.id);
    publication.fail(fault);
  }

  /** Pushes to the others and says "stored" itself. */
  async #spread(publication: Publication): Promise<void> {
    if (!this.#publications.has(publication.id)) return;
    for (const outbox of this.#outboxes.values()) outbox.pushes.add(publication.id, { frame: publication.pushFrame });
    await this.#acknowledgeOwn(publication);
  }

  /** Not while this node heals; then it is done at a later height, where the others are not enough. */
  async #acknowledgeOwn(publication: Publication): Promise<void> {
    const { keeper } = this.#context;
    const membership = this.#context.membership();
    const { self } = membership;
    if (self === undefined || keeper.isHealing()) return;
    const { signature } = await membership.signStored(publication.container.batchId);
    const isCurrent = membership === this.#context.membership() && this.#publications.has(publication.id);
    if (isCurrent && publication.acknowledge(self, signature, membership)) this.#share(publication);
  }

  #shareInline(publication: Publication): void {
    publication.certifyInline();
    this.#share(publication);
  }

  /** Tells everybody, unless it is settled already. */
  #share({ id, certified }: Publication): void {
    if (certified === undefined || !this.#publications.has(id)) return;
    const frame = encodeSharedItem(certified.item);
    for (const outbox of this.#outboxes.values()) outbox.items.add(id, { frame });
    this.#context.onCertified(certified.item);
  }

  async #beginEpoch(publication: Publication): Promise<void> {
    const { header } = publication.container;
    if (header.origin !== this.#context.membership().self) {
      this.#drop(publication, "RENUMBERED");
      return;
    }
    publication.beginEpoch();
    await this.#sign(publication);
    if (publication.isInline) this.#shareInline(publication);
    else if (publication.isStored) await this.#spread(publication);
  }

  #openOutboxes(): void {
    const { links, clock, membership } = this.#context;
    for (const member of membership().others) this.#outboxes.set(member, new PeerOutbox({ member, links, clock }));
  }
}

function epochOf({ certificate }: Certified): number {
  return certificate?.epoch ?? 0;
}
