import type { AbciApplication } from "./abci-application.ts";
import { messageFrame } from "./message-frame.ts";
import { answerApplySnapshotChunk } from "./methods/apply-snapshot-chunk.ts";
import { answerCheckTx } from "./methods/check-tx.ts";
import { answerCommit } from "./methods/commit.ts";
import { answerFinalizeBlock } from "./methods/finalize-block.ts";
import { answerInfo } from "./methods/info.ts";
import { answerInitChain } from "./methods/init-chain.ts";
import { answerInsertTx } from "./methods/insert-tx.ts";
import { answerListSnapshots } from "./methods/list-snapshots.ts";
import { answerLoadSnapshotChunk } from "./methods/load-snapshot-chunk.ts";
import { answerOfferSnapshot } from "./methods/offer-snapshot.ts";
import { answerPrepareProposal } from "./methods/prepare-proposal.ts";
import { answerProcessProposal } from "./methods/process-proposal.ts";
import { answerQuery } from "./methods/query.ts";
import { answerReapTxs } from "./methods/reap-txs.ts";
import type { Request, Response } from "./proto/generated/abci_pb.js";

/** A request whose method is known. */
export type KnownRequest = Exclude<Request["value"], { case: undefined }>;

/**
 * The framed answer to one request, in parts. Throws what the application throws, and where a request makes no sense.
 */
export async function answerRequest(
  application: AbciApplication,
  request: KnownRequest,
): Promise<readonly Uint8Array[]> {
  if (request.case === "prepareProposal") return answerPrepareProposal(application, request.value);
  return messageFrame(await answerMessage(application, request));
}

type MessageRequest = Exclude<KnownRequest, { case: "prepareProposal" }>;

async function answerMessage(app: AbciApplication, request: MessageRequest): Promise<Response["value"]> {
  switch (request.case) {
    case "echo":
      return { case: "echo", value: { $typeName: "mingbai.abci.ResponseEcho", message: request.value.message } };
    case "flush":
      return { case: "flush", value: { $typeName: "mingbai.abci.ResponseFlush" } };
    case "info":
      return { case: "info", value: await answerInfo(app, request.value) };
    case "initChain":
      return { case: "initChain", value: await answerInitChain(app, request.value) };
    case "query":
      return { case: "query", value: await answerQuery(app, request.value) };
    case "checkTx":
      return { case: "checkTx", value: await answerCheckTx(app, request.value) };
    case "insertTx":
      return { case: "insertTx", value: await answerInsertTx(app, request.value) };
    case "reapTxs":
      return { case: "reapTxs", value: await answerReapTxs(app, request.value) };
    case "processProposal":
      return { case: "processProposal", value: await answerProcessProposal(app, request.value) };
    case "finalizeBlock":
      return { case: "finalizeBlock", value: await answerFinalizeBlock(app, request.value) };
    case "commit":
      return { case: "commit", value: await answerCommit(app) };
    case "listSnapshots":
      return { case: "listSnapshots", value: await answerListSnapshots(app) };
    case "offerSnapshot":
      return { case: "offerSnapshot", value: await answerOfferSnapshot(app, request.value) };
    case "loadSnapshotChunk":
      return { case: "loadSnapshotChunk", value: await answerLoadSnapshotChunk(app, request.value) };
    case "applySnapshotChunk":
      return { case: "applySnapshotChunk", value: await answerApplySnapshotChunk(app, request.value) };
    case "extendVote":
    case "verifyVoteExtension":
      // Genesis leaves them off; to be asked all the same means that this node is in another network.
      throw new Error("vote extensions are off in this network");
  }
}
