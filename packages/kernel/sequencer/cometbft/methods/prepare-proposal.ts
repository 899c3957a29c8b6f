import type { AbciApplication } from "../abci-application.ts";
import { proposalBytes } from "../proposal-bytes.ts";
import { proposalFrame } from "../proposal-frame.ts";
import type { RequestPrepareProposal } from "../proto/generated/abci_pb.js";
import { lastCommitOf, misbehaviourOf } from "./block-parts.ts";
import { blockTimeMs } from "./block-time.ts";
import { toNumber } from "./numbers.ts";

/**
 * PrepareProposal, answered with a frame in parts. What CometBFT proposes itself is empty, as the mempool is the
 * application's. Throws where the items are above the limit, which would make the proposer fail with less said.
 */
export async function answerPrepareProposal(
  application: AbciApplication,
  request: RequestPrepareProposal,
): Promise<readonly Uint8Array[]> {
  const bytesMax = toNumber(request.maxTxBytes);
  const items = await application.prepareProposal({
    height: toNumber(request.height),
    timeMs: blockTimeMs(request.time),
    proposer: request.proposerAddress,
    bytesMax,
    misbehaviour: request.misbehavior.map(misbehaviourOf),
    lastCommit: lastCommitOf(request.localLastCommit),
  });
  const bytes = proposalBytes(items);
  if (bytes > bytesMax) throw new Error(`a proposal of ${bytes} bytes, of which ${bytesMax} are allowed`);
  return proposalFrame(items);
}
