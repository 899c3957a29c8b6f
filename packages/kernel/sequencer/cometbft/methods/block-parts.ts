import type { DecidedOrProposed, LastCommit, Misbehaviour } from "../abci-application.ts";
import {
  BlockIdFlag,
  type CommitInfo,
  type ExtendedCommitInfo,
  type Misbehavior,
  Misbehavior_Type,
  type RequestFinalizeBlock,
  type RequestProcessProposal,
} from "../proto/generated/abci_pb.js";
import { blockTimeMs } from "./block-time.ts";
import { toNumber } from "./numbers.ts";

/** A proposed or decided block in plain values. */
export function blockOf(
  request: RequestProcessProposal | RequestFinalizeBlock,
  lastCommit: CommitInfo | undefined,
): DecidedOrProposed {
  return {
    height: toNumber(request.height),
    timeMs: blockTimeMs(request.time),
    proposer: request.proposerAddress,
    hash: request.hash,
    items: request.txs,
    misbehaviour: request.misbehavior.map(misbehaviourOf),
    lastCommit: lastCommitOf(lastCommit),
  };
}

export function misbehaviourOf(evidence: Misbehavior): Misbehaviour {
  return {
    kind: misbehaviourKind(evidence.type),
    address: evidence.validator?.address ?? new Uint8Array(),
    power: toNumber(evidence.validator?.power ?? 0n),
    height: toNumber(evidence.height),
    timeMs: blockTimeMs(evidence.time),
    totalPower: toNumber(evidence.totalVotingPower),
  };
}

function misbehaviourKind(type: Misbehavior_Type): Misbehaviour["kind"] {
  switch (type) {
    case Misbehavior_Type.DUPLICATE_VOTE:
      return "duplicateVote";
    case Misbehavior_Type.LIGHT_CLIENT_ATTACK:
      return "lightClientAttack";
    case Misbehavior_Type.UNKNOWN:
      throw new Error("CometBFT gave evidence of an unknown kind");
  }
  throw new Error(`CometBFT gave evidence of kind ${String(type)}, which v0.40.0 does not know`);
}

/** Who signed the block before; of an extended one the same, as extensions are off. */
export function lastCommitOf(commit: CommitInfo | ExtendedCommitInfo | undefined): LastCommit {
  const votes = (commit?.votes ?? []).map(({ validator, blockIdFlag }) => ({
    address: validator?.address ?? new Uint8Array(),
    power: toNumber(validator?.power ?? 0n),
    kind: voteKind(blockIdFlag),
  }));
  return { round: commit?.round ?? 0, votes };
}

function voteKind(flag: BlockIdFlag): "absent" | "commit" | "nil" {
  switch (flag) {
    case BlockIdFlag.COMMIT:
      return "commit";
    case BlockIdFlag.NIL:
      return "nil";
    case BlockIdFlag.ABSENT:
    case BlockIdFlag.UNKNOWN:
      return "absent";
  }
  throw new Error(`CometBFT gave a vote of kind ${String(flag)}, which v0.40.0 does not know`);
}
