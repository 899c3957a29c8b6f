import { toHex } from "@mingbai/codec/hex";
import { type Certificate, makeCertificate } from "@mingbai/ledger/availability/certificate";
import { type ContainerHeader, containerKinds } from "@mingbai/ledger/container/container";
import { encodeItem } from "@mingbai/ledger/container/item";
import type { StoredBody } from "@mingbai/log/bodies/body-record";
import { encodePush } from "../frames/push.ts";
import type { Membership } from "../membership.ts";

/**
 * Why a container was not certified. `ORDERED`: it stands in a block already. `RENUMBERED`: its origin has another number
 * now; it must be made again.
 */
export type PublishFault = "FULL" | "NO_ROOM" | "NO_MEMBER" | "EXPIRED" | "ORDERED" | "RENUMBERED" | "CLOSED";

/** A container that any proposer may put into a block. Without a certificate where the item holds the body. */
export interface Certified {
  readonly item: Uint8Array;
  readonly certificate?: Certificate;
}

/** What is published: a container that this node made, checked and signed as its origin. */
export interface PublishedContainer extends StoredBody {
  readonly header: ContainerHeader;
  readonly batchId: Uint8Array;
}

/** One own container on its way: who has stored it, and what came of it. */
export class Publication {
  readonly container: PublishedContainer;
  readonly id: string;
  readonly isInline: boolean;
  readonly result: Promise<Certified | { readonly fault: PublishFault }>;
  /** True once it is durable here: nobody else sees it before. */
  isStored = false;
  certified: Certified | undefined;
  readonly #settle: (result: Certified | { readonly fault: PublishFault }) => void;
  readonly #acks = new Map<number, Uint8Array>();
  #signature: Uint8Array;
  #pushFrame: Uint8Array | undefined;

  constructor(container: PublishedContainer) {
    this.container = container;
    this.id = toHex(container.batchId);
    this.isInline = container.header.kind === containerKinds.inline;
    this.#signature = container.signature;
    const { promise, resolve } = Promise.withResolvers<Certified | { readonly fault: PublishFault }>();
    this.result = promise;
    this.#settle = resolve;
  }

  /** The same bytes for every member. */
  get pushFrame(): Uint8Array {
    this.#pushFrame ??= encodePush({ ...this.container, signature: this.#signature });
    return this.#pushFrame;
  }

  hasAckOf(member: number): boolean {
    return this.#acks.has(member);
  }

  /** Counts a valid ack. True where it made the container certified. */
  acknowledge(member: number, signature: Uint8Array, { roster }: Membership): boolean {
    this.#acks.set(member, signature);
    if (this.certified !== undefined) return false;
    const certificate = makeCertificate({ roster, acks: this.#acks });
    if (certificate === undefined) return false;
    const parts = { headerBytes: this.container.headerBytes, originSignature: this.#signature };
    this.#certify({ item: encodeItem({ ...parts, certificate }), certificate });
    return true;
  }

  /** An inline container needs nobody's promise. */
  certifyInline(): void {
    const { headerBytes, body } = this.container;
    this.#certify({ item: encodeItem({ headerBytes, originSignature: this.#signature, inlineBody: body }) });
  }

  /** The origin's signature; in a new epoch its key may be another one. */
  sign(signature: Uint8Array): void {
    this.#signature = signature;
    this.#pushFrame = undefined;
  }

  /** Acks and certificate of an epoch that is over count no more. */
  beginEpoch(): void {
    this.#acks.clear();
    this.certified = undefined;
  }

  fail(fault: PublishFault): void {
    this.#settle({ fault });
  }

  #certify(certified: Certified): void {
    this.certified = certified;
    this.#settle(certified);
  }
}
