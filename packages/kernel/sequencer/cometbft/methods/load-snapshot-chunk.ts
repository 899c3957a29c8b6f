import { create } from "@bufbuild/protobuf";
import { type AbciApplication, snapshotChunkBytesMax } from "../abci-application.ts";
import {
  type RequestLoadSnapshotChunk,
  type ResponseLoadSnapshotChunk,
  ResponseLoadSnapshotChunkSchema,
} from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

/** LoadSnapshotChunk. No bytes say that the chunk is not here. Throws where it is longer than peers can be sent. */
export async function answerLoadSnapshotChunk(
  application: AbciApplication,
  request: RequestLoadSnapshotChunk,
): Promise<ResponseLoadSnapshotChunk> {
  const { height, format, chunk } = request;
  const bytes = await application.loadSnapshotChunk({ height: toNumber(height), format, chunk });
  if (bytes !== undefined && bytes.length > snapshotChunkBytesMax) {
    throw new Error(`a snapshot's chunk of ${bytes.length} bytes, of which ${snapshotChunkBytesMax} are allowed`);
  }
  return create(ResponseLoadSnapshotChunkSchema, bytes === undefined ? {} : { chunk: bytes });
}
