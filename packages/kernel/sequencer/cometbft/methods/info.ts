import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type RequestInfo, type ResponseInfo, ResponseInfoSchema } from "../proto/generated/abci_pb.js";

/** The protocol that `abci.proto` is. An application of another would answer with fields that mean something else. */
const abciVersionStart = "2.";

/** Info. Throws where CometBFT speaks another ABCI. */
export async function answerInfo(application: AbciApplication, request: RequestInfo): Promise<ResponseInfo> {
  if (!request.abciVersion.startsWith(abciVersionStart)) {
    throw new Error(`CometBFT speaks ABCI ${request.abciVersion}, this node ${abciVersionStart}x`);
  }
  const { height, appHash } = await application.info();
  return create(ResponseInfoSchema, { lastBlockHeight: BigInt(height), lastBlockAppHash: appHash });
}
