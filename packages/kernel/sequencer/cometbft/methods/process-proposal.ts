import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import {
  type RequestProcessProposal,
  type ResponseProcessProposal,
  ResponseProcessProposal_Status,
  ResponseProcessProposalSchema,
} from "../proto/generated/abci_pb.js";
import { blockOf } from "./block-parts.ts";

/** ProcessProposal. */
export async function answerProcessProposal(
  application: AbciApplication,
  request: RequestProcessProposal,
): Promise<ResponseProcessProposal> {
  const isAccepted = await application.processProposal(blockOf(request, request.proposedLastCommit));
  const { ACCEPT, REJECT } = ResponseProcessProposal_Status;
  return create(ResponseProcessProposalSchema, { status: isAccepted ? ACCEPT : REJECT });
}
