import { concat } from "@mingbai/codec/bytes";
import { encodeBodyAnswer, findBodyAnswer } from "@mingbai/exchange/frames/body";
import { findPush, type Push } from "@mingbai/exchange/frames/push";
import { findSharedItem } from "@mingbai/exchange/frames/shared-item";
import { encodeStored, findStored } from "@mingbai/exchange/frames/stored";
import type { Membership } from "@mingbai/exchange/membership";
import { batchId } from "@mingbai/ledger/container/container";
import type { DecidedOrProposed, PrepareRequest } from "@mingbai/sequencer/cometbft/abci-application";
import type { Lie as FrameLie } from "@mingbai/testkit/simulated-network/simulated-network";
import type { Garbage } from "./test-garbage.ts";

/** What a member says that is not so; nothing but data, for it is told to the member's process. */
export type Lie =
  /** Pushes nothing to one member, and answers with other bodies than are asked for. */
  | { readonly kind: "answers wrongly"; readonly victim: number; readonly answer: WrongAnswer }
  /** Its own containers are certified, and nobody is told; nor does it propose anything. */
  | { readonly kind: "withholds certificates" }
  /** Says that it has stored what it has, by signatures that are not this container's. */
  | { readonly kind: "forges acks" }
  /** Says that it has stored what it throws away. */
  | { readonly kind: "stores nothing" }
  /** Proposes at its turns what nobody may vote for. */
  | { readonly kind: "proposes garbage" };

export type WrongAnswer =
  | "cut"
  | "padded"
  | "nothing"
  /** A body of something else. */
  | { readonly body: Uint8Array }
  /** For one transaction in the body another of the same length. */
  | { readonly of: Uint8Array; readonly twin: Uint8Array };

type LyingFrames = (...honest: Parameters<FrameLie>) => ReturnType<FrameLie> | undefined;

/** What stands between a member's node, which is honest, and all others. Undefined: nothing to lie about, all is as it is. */
export interface Lying {
  readonly say?: LyingFrames;
  /** What is answered at once; the node does not hear of it. */
  readonly hear?: (frame: Uint8Array) => Promise<Uint8Array> | undefined;
  /** Undefined once there is nothing more to lie about. */
  readonly propose?: (asked: PrepareRequest) => Promise<readonly Uint8Array[] | undefined>;
  /** Whether it votes for what its node may not even know. */
  readonly votesFor?: (block: DecidedOrProposed) => boolean;
}

/** How this is lied, for a member that others know as `membership` says, with garbage at hand. */
export function lyingOf(lie: Lie, { membership, garbage }: { membership: Membership; garbage: Garbage }): Lying {
  switch (lie.kind) {
    case "answers wrongly":
      return { say: answersWrongly(lie) };
    case "withholds certificates":
      return { say: ({ frame }) => (findSharedItem(frame) ? [] : undefined), propose: async () => [] };
    case "forges acks":
      return { say: forgesAcks() };
    case "stores nothing":
      return { hear: (frame) => acksUnstored(findPush(frame), membership) };
    case "proposes garbage":
      return { propose: (asked) => garbage.propose(asked), votesFor: (block) => garbage.votesFor(block) };
  }
}

function answersWrongly({ victim, answer }: Lie & { kind: "answers wrongly" }): LyingFrames {
  return ({ to, frame }) => {
    if (to === victim && findPush(frame)) return [];
    const honest = findBodyAnswer(frame);
    if (honest === undefined) return undefined;
    const body = wrongBody(honest.body, answer);
    return body ? [{ to, frame: encodeBodyAnswer({ ...honest, body }) }] : [];
  };
}

function wrongBody(honest: Uint8Array, answer: WrongAnswer): Uint8Array | undefined {
  if (answer === "nothing") return undefined;
  if (answer === "cut") return honest.subarray(0, -1);
  if (answer === "padded") return concat(honest, new Uint8Array(1));
  if ("body" in answer) return answer.body;
  const body = Buffer.from(honest);
  const at = body.indexOf(answer.of);
  if (at < 0) throw new RangeError("the body holds no transaction of which there is a twin");
  body.set(answer.twin, at);
  return body;
}

/** A bit is changed, the epoch is another, or the signature is of another container. */
function forgesAcks(): LyingFrames {
  let before: Uint8Array | undefined;
  return ({ to, frame }) => {
    const stored = findStored(frame);
    if (stored === undefined) return undefined;
    const changed = stored.signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    const forged = [
      { ...stored, signature: changed },
      { ...stored, epoch: stored.epoch + 1 },
      ...(before ? [{ ...stored, signature: before }] : []),
    ];
    before = stored.signature;
    return forged.map((ack) => ({ to, frame: encodeStored(ack) }));
  };
}

function acksUnstored(push: Push | undefined, membership: Membership): Promise<Uint8Array> | undefined {
  if (push === undefined) return undefined;
  const id = batchId(push.headerBytes);
  return membership.signStored(id).then((signed) => encodeStored({ ...signed, batchId: id }));
}
