import { create } from "@bufbuild/protobuf";
import type { AbciApplication } from "../abci-application.ts";
import { type RequestInitChain, type ResponseInitChain, ResponseInitChainSchema } from "../proto/generated/abci_pb.js";
import { blockTimeMs } from "./block-time.ts";
import { toNumber } from "./numbers.ts";
import { validatorOf } from "./validators.ts";

/** InitChain. No validators in the answer: those of genesis stay. */
export async function answerInitChain(
  application: AbciApplication,
  request: RequestInitChain,
): Promise<ResponseInitChain> {
  const { appHash } = await application.initChain({
    chainId: request.chainId,
    timeMs: blockTimeMs(request.time),
    initialHeight: toNumber(request.initialHeight),
    validators: request.validators.map(validatorOf),
    appState: request.appStateBytes,
  });
  return create(ResponseInitChainSchema, { appHash });
}
