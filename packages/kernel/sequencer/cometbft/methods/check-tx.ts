import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import {
  CheckTxType,
  type RequestCheckTx,
  type ResponseCheckTx,
  ResponseCheckTxSchema,
} from "../proto/generated/abci_pb.js";

/** CheckTx. */
export async function answerCheckTx(application: AbciApplication, request: RequestCheckTx): Promise<ResponseCheckTx> {
  const isRecheck = request.type === CheckTxType.RECHECK;
  return create(ResponseCheckTxSchema, await application.checkTx({ bytes: request.tx, isRecheck }));
}
