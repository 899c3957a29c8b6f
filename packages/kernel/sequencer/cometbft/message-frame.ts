import { create, toBinary } from "@bufbuild/protobuf";
import { type Response, ResponseSchema } from "./proto/generated/abci_pb.js";
import { uvarintBytes, writeUvarint } from "./uvarint.ts";

/** An answer as a frame: its length, then its bytes. */
export function messageFrame(value: Response["value"]): readonly Uint8Array[] {
  const bytes = toBinary(ResponseSchema, create(ResponseSchema, { value }));
  const length = new Uint8Array(uvarintBytes(bytes.length));
  writeUvarint(length, 0, bytes.length);
  return [length, bytes];
}
