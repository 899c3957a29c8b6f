import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type ResponseListSnapshots, ResponseListSnapshotsSchema } from "../proto/generated/abci_pb.js";
import { snapshotMessage } from "./snapshots.ts";

/** ListSnapshots. */
export async function answerListSnapshots(application: AbciApplication): Promise<ResponseListSnapshots> {
  const snapshots = await application.listSnapshots();
  return create(ResponseListSnapshotsSchema, { snapshots: snapshots.map(snapshotMessage) });
}
