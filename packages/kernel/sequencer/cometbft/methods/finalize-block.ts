import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import {
  ExecTxResultSchema,
  type RequestFinalizeBlock,
  type ResponseFinalizeBlock,
  ResponseFinalizeBlockSchema,
} from "../proto/generated/abci_pb.js";
import { blockOf } from "./block-parts.ts";
import { validatorUpdateOf } from "./validators.ts";

/** What became of an item stands on the ledger; to CometBFT every one is done, with code 0. */
const emptyResult = create(ExecTxResultSchema);

/** FinalizeBlock. One result for each item, although all are empty (`12 00`): CometBFT counts them. */
export async function answerFinalizeBlock(
  application: AbciApplication,
  request: RequestFinalizeBlock,
): Promise<ResponseFinalizeBlock> {
  const { appHash, validatorUpdates } = await application.finalizeBlock(blockOf(request, request.decidedLastCommit));
  return create(ResponseFinalizeBlockSchema, {
    appHash,
    txResults: request.txs.map(() => emptyResult),
    validatorUpdates: validatorUpdates.map(validatorUpdateOf),
  });
}
