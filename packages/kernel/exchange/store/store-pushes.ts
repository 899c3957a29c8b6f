import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { batchId as batchIdOf, type ContainerHeader, containerKinds } from "@mingbai/ledger/container/container";
import { groupRootsOf } from "@mingbai/ledger/container/stateless-check";
import { unorderedBytesMax, unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import type { CheckedBody } from "../checked-body.ts";
import { type BusyReason, busyReasons } from "../frames/busy.ts";
import type { Push } from "../frames/push.ts";
import {
  checkingBytesMax,
  checkingContainersMax,
  checkingRetryMs,
  expiryHeightsMax,
  healingRetryMs,
  quotaRetryMs,
  roomRetryMs,
} from "../limits.ts";
import type { Membership } from "../membership.ts";
import type { BodyKeeper } from "../ports/body-keeper.ts";
import type { CheckContainer } from "../ports/ledger-view.ts";
import { putDurably } from "./put-durably.ts";

/** What becomes of a push. `isInVain`: nothing came by it that was not here. `ignored`: nothing is answered, it is of no use to anybody. */
export type PushOutcome = { readonly batchId: Uint8Array; readonly isInVain: boolean } & PushAnswer;
type PushAnswer =
  | { readonly kind: "stored"; readonly epoch: number; readonly signature: Uint8Array }
  | { readonly kind: "busy"; readonly reason: BusyReason }
  | { readonly kind: "wrong" | "ignored" };

export const retryMsOf: { readonly [Reason in BusyReason]: number } = {
  [busyReasons.originQuota]: quotaRetryMs,
  [busyReasons.noRoom]: roomRetryMs,
  [busyReasons.healing]: healingRetryMs,
  [busyReasons.checking]: checkingRetryMs,
};

/** What the ack rule looks at beyond the push itself. */
export interface StoreContext {
  readonly keeper: BodyKeeper;
  readonly check: CheckContainer;
  /** Whether the ledger has it in a block already: then nobody needs it stored any more. */
  readonly isOrdered: (header: ContainerHeader, batchId: Uint8Array) => boolean;
  /** Told of what was stored for another member, checked. */
  readonly onStored: (checked: CheckedBody) => void;
  readonly membership: () => Membership;
  readonly height: () => number;
}

type Written = "durable" | "wrong" | "ignored" | BusyReason;

/**
 * The ack rule (PROTOCOL, "Batches and order"): what others push is checked and stored, and "stored" is said of what is
 * durable, again for each repeated push. Quotas are looked at before anything is hashed or verified.
 */
export class StorePushes {
  readonly #context: StoreContext;
  /** What is being checked or written, by batch id, so that a repeated push joins it. */
  readonly #underWay = new Map<string, Promise<Written>>();
  /** What is being checked, by origin. */
  readonly #use = new Map<number, { bytes: number; containers: number }>();

  constructor(context: StoreContext) {
    this.#context = context;
  }

  /** Rejects only where the disk is not to be trusted any more. */
  async take(from: number, push: Push): Promise<PushOutcome> {
    const batchId = batchIdOf(push.headerBytes);
    const isKnown = this.#isKnown(batchId);
    const answer = await this.#answer(from, push, batchId);
    return { batchId, isInVain: isKnown || answer.kind !== "stored", ...answer };
  }

  async #answer(from: number, push: Push, batchId: Uint8Array): Promise<PushAnswer> {
    const { keeper, height } = this.#context;
    const membership = this.#context.membership();
    const { header, signature } = push;
    const isOwn = header.origin === from && header.kind !== containerKinds.inline;
    if (!isOwn || !equalBytes(header.chainTag, membership.chain.subarray(0, 8))) return { kind: "wrong" };
    if (membership.self === undefined || header.expiryHeight < height()) return { kind: "ignored" };
    if (keeper.isHealing()) return { kind: "busy", reason: busyReasons.healing };
    const refusal = this.#findRefusal(push, batchId);
    if (refusal !== undefined) return refusal;
    if (!membership.isSignedBy(header.origin, { batchId, signature })) return { kind: "wrong" };
    const written = keeper.isDurable(batchId) ? "durable" : await this.#join(batchId, push);
    if (written === "wrong" || written === "ignored") return { kind: written };
    if (written !== "durable") return { kind: "busy", reason: written };
    return this.#acknowledge(push, { batchId, judgedBy: membership });
  }

  /** What can be said before anything is verified: nothing of a container that is here or on its way to be. */
  #findRefusal({ header }: Push, batchId: Uint8Array): PushAnswer | undefined {
    if (this.#isKnown(batchId)) return undefined;
    if (this.#context.isOrdered(header, batchId)) return { kind: "ignored" };
    const reason = this.#findBusy(header);
    return reason && { kind: "busy", reason };
  }

  #isKnown(batchId: Uint8Array): boolean {
    return this.#context.keeper.isDurable(batchId) || this.#underWay.has(toHex(batchId));
  }

  /** By the epoch and the state of the moment: both may have changed while the container was written. */
  async #acknowledge(
    { header, signature }: Push,
    { batchId, judgedBy }: { readonly batchId: Uint8Array; readonly judgedBy: Membership },
  ): Promise<PushAnswer> {
    const membership = this.#context.membership();
    const isSigned = membership === judgedBy || membership.isSignedBy(header.origin, { batchId, signature });
    if (!isSigned) return { kind: "wrong" };
    if (this.#context.keeper.isHealing()) return { kind: "busy", reason: busyReasons.healing };
    return { kind: "stored", ...(await membership.signStored(batchId)) };
  }

  #join(id: Uint8Array, push: Push): Promise<Written> {
    const key = toHex(id);
    const joined = this.#underWay.get(key);
    if (joined !== undefined) return joined;
    const release = this.#occupy(push.header);
    const written = this.#write(id, push, release).finally(() => {
      this.#underWay.delete(key);
      release();
    });
    this.#underWay.set(key, written);
    return written;
  }

  #findBusy({ origin, bodyBytes, expiryHeight }: ContainerHeader): BusyReason | undefined {
    const under = this.#use.get(origin) ?? { bytes: 0, containers: 0 };
    const kept = this.#context.keeper.unorderedUse(origin);
    const isOverQuota =
      kept.bytes + under.bytes + bodyBytes > unorderedBytesMax ||
      kept.containers + under.containers >= unorderedContainersMax;
    if (isOverQuota) return busyReasons.originQuota;
    const isOverChecking = under.bytes + bodyBytes > checkingBytesMax || under.containers >= checkingContainersMax;
    const isAhead = expiryHeight > this.#context.height() + expiryHeightsMax;
    return isOverChecking || isAhead ? busyReasons.checking : undefined;
  }

  /** Counted here while it is checked; once it is put, the keeper counts it. */
  #occupy({ origin, bodyBytes }: ContainerHeader): () => void {
    const use = this.#use.get(origin) ?? { bytes: 0, containers: 0 };
    this.#use.set(origin, use);
    use.bytes += bodyBytes;
    use.containers++;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      use.bytes -= bodyBytes;
      use.containers--;
    };
  }

  async #write(id: Uint8Array, push: Push, release: () => void): Promise<Written> {
    const { keeper, check, isOrdered, onStored } = this.#context;
    const { header, headerBytes, signature, body } = push;
    if (!(await keeper.hasRoomFor(body.length))) return busyReasons.noRoom;
    const verdict = await check(header, body, header.origin);
    if ("fault" in verdict) return "wrong";
    // Looked at last, since a block may have ordered it during the check: stored now it would count until it expires.
    if (isOrdered(header, id)) return "ignored";
    release();
    const groupRoots = groupRootsOf(header, verdict.lines);
    if (!(await putDurably(keeper, { headerBytes, signature, body, groupRoots }))) return busyReasons.noRoom;
    onStored({ header, headerBytes, batchId: id, signature, body, verdict });
    return "durable";
  }
}
