import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type ResponseCommit, ResponseCommitSchema } from "../proto/generated/abci_pb.js";

/** Commit. Only after it may Info show the height: dead before it, the block comes again. */
export async function answerCommit(application: AbciApplication): Promise<ResponseCommit> {
  const { retainHeight } = await application.commit();
  return create(ResponseCommitSchema, { retainHeight: BigInt(retainHeight) });
}
