import { concat } from "@mingbai/codec/bytes";
import { type ContainerHeader, containerHeaderBytes, findContainerHeader } from "@mingbai/ledger/container/container";
import { bodyBytesMax, frameTypes, signatureBytes, typeBytes } from "./frame-type.ts";

/** A container on its way to be stored: type | header 96 | origin's signature 64 | body. */
export interface Push {
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  /** The origin's signature over the batch id. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

const signatureAt = typeBytes + containerHeaderBytes;
const bodyAt = signatureAt + signatureBytes;

export function encodePush({ headerBytes, signature, body }: Omit<Push, "header">): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.push), headerBytes, signature, body);
}

/** The push in a frame, as views into it; undefined unless the body is as long as its header says. */
export function findPush(frame: Uint8Array): Push | undefined {
  if (frame[0] !== frameTypes.push || frame.length <= bodyAt) return undefined;
  const headerBytes = frame.subarray(typeBytes, signatureAt);
  const header = findContainerHeader(headerBytes);
  const body = frame.subarray(bodyAt);
  if (header === undefined || header.bodyBytes !== body.length || body.length > bodyBytesMax) return undefined;
  return { header, headerBytes, signature: frame.subarray(signatureAt, bodyAt), body };
}
