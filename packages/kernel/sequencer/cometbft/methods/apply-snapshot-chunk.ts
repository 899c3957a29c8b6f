import { create } from "@bufbuild/protobuf";
import type { AbciApplication, ChunkAnswer } from "../abci-application.ts";
import {
  type RequestApplySnapshotChunk,
  type ResponseApplySnapshotChunk,
  ResponseApplySnapshotChunk_Result,
  ResponseApplySnapshotChunkSchema,
} from "../proto/generated/abci_pb.js";

const results: Readonly<Record<ChunkAnswer["result"], ResponseApplySnapshotChunk_Result>> = {
  accept: ResponseApplySnapshotChunk_Result.ACCEPT,
  abort: ResponseApplySnapshotChunk_Result.ABORT,
  retry: ResponseApplySnapshotChunk_Result.RETRY,
  retrySnapshot: ResponseApplySnapshotChunk_Result.RETRY_SNAPSHOT,
  rejectSnapshot: ResponseApplySnapshotChunk_Result.REJECT_SNAPSHOT,
};

/** ApplySnapshotChunk. */
export async function answerApplySnapshotChunk(
  application: AbciApplication,
  request: RequestApplySnapshotChunk,
): Promise<ResponseApplySnapshotChunk> {
  const { index, chunk, sender } = request;
  const {
    result,
    refetchChunks = [],
    rejectSenders = [],
  } = await application.applySnapshotChunk({
    index,
    chunk,
    sender,
  });
  return create(ResponseApplySnapshotChunkSchema, {
    result: results[result],
    refetchChunks: [...refetchChunks],
    rejectSenders: [...rejectSenders],
  });
}
