import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type RequestInsertTx, type ResponseInsertTx, ResponseInsertTxSchema } from "../proto/generated/abci_pb.js";

/** InsertTx. Its answer has a code and no text. */
export async function answerInsertTx(
  application: AbciApplication,
  request: RequestInsertTx,
): Promise<ResponseInsertTx> {
  const { code } = await application.insertTx(request.tx);
  return create(ResponseInsertTxSchema, { code });
}
