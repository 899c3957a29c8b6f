import { fromBinary } from "@bufbuild/protobuf";
import type { KnownRequest } from "./answer-request.ts";
import type { StreamFault } from "./frame-reader.ts";
import { RequestSchema } from "./proto/generated/abci_pb.js";

/** The request in a frame, or why it is none. Total. Bytes in it are views of the frame. */
export function decodeRequest(frame: Uint8Array): KnownRequest | { readonly fault: StreamFault } {
  try {
    const { value } = fromBinary(RequestSchema, frame);
    return value.case === undefined ? { fault: "REQUEST_UNKNOWN" } : value;
  } catch {
    // The decoder throws for every kind of garbage, with words that tell an operator no more than this code does.
    return { fault: "REQUEST_MALFORMED" };
  }
}
