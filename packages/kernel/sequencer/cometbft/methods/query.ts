import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type RequestQuery, type ResponseQuery, ResponseQuerySchema } from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

/** Query. */
export async function answerQuery(application: AbciApplication, request: RequestQuery): Promise<ResponseQuery> {
  const { path, data, height, prove } = request;
  const answer = await application.query({ path, data, height: toNumber(height), isProofAsked: prove });
  return create(ResponseQuerySchema, { ...answer, height: BigInt(answer.height ?? 0) });
}
