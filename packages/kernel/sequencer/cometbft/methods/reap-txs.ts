import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type RequestReapTxs, type ResponseReapTxs, ResponseReapTxsSchema } from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

/** ReapTxs. */
export async function answerReapTxs(application: AbciApplication, request: RequestReapTxs): Promise<ResponseReapTxs> {
  const limits = { bytesMax: toNumber(request.maxBytes), gasMax: toNumber(request.maxGas) };
  return create(ResponseReapTxsSchema, { txs: [...(await application.reapTxs(limits))] });
}
