import { create } from "@bufbuild/protobuf";
import type { AbciApplication, OfferAnswer } from "../abci-application.ts";
import {
  type RequestOfferSnapshot,
  type ResponseOfferSnapshot,
  ResponseOfferSnapshot_Result,
  ResponseOfferSnapshotSchema,
} from "../proto/generated/abci_pb.js";
import { snapshotOf } from "./snapshots.ts";

const results: Readonly<Record<OfferAnswer, ResponseOfferSnapshot_Result>> = {
  accept: ResponseOfferSnapshot_Result.ACCEPT,
  abort: ResponseOfferSnapshot_Result.ABORT,
  reject: ResponseOfferSnapshot_Result.REJECT,
  rejectFormat: ResponseOfferSnapshot_Result.REJECT_FORMAT,
  rejectSender: ResponseOfferSnapshot_Result.REJECT_SENDER,
};

/** OfferSnapshot. The app hash is the one that CometBFT's light client has verified for the snapshot's height. */
export async function answerOfferSnapshot(
  application: AbciApplication,
  request: RequestOfferSnapshot,
): Promise<ResponseOfferSnapshot> {
  if (request.snapshot === undefined) throw new Error("CometBFT offered no snapshot");
  const offer = { snapshot: snapshotOf(request.snapshot), appHash: request.appHash };
  return create(ResponseOfferSnapshotSchema, { result: results[await application.offerSnapshot(offer)] });
}
