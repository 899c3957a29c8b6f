import { concat } from "@mingbai/codec/bytes";
import { askItems } from "../limits.ts";
import { elementBytes, isProof, proofBytes } from "../suite.ts";
import { decodeElements } from "./decode-elements.ts";
import { idBytes, messageTypes, typeBytes } from "./message-type.ts";

/** Evaluated elements in the order of the ask, with one proof for all: type | ask id | elements | proof. */
export interface Answer {
  readonly askId: Uint8Array;
  readonly evaluated: readonly Uint8Array[];
  readonly proof: Uint8Array;
}

const elementsAt = typeBytes + idBytes;
const proofAt = elementsAt + askItems * elementBytes;
export const answerBytes = proofAt + proofBytes;

export function encodeAnswer({ askId, evaluated, proof }: Answer): Uint8Array<ArrayBuffer> {
  if (evaluated.length !== askItems) throw new RangeError(`an answer has ${askItems} elements`);
  return concat(Uint8Array.of(messageTypes.answer), askId, ...evaluated, proof);
}

/** The answer in a message, its proof not judged; undefined unless elements and scalars are canonical. */
export function findAnswer(bytes: Uint8Array): Answer | undefined {
  if (bytes.length !== answerBytes || bytes[0] !== messageTypes.answer) return undefined;
  const proof = bytes.subarray(proofAt);
  const evaluated = decodeElements(bytes.subarray(elementsAt, proofAt));
  if (evaluated === undefined || !isProof(proof)) return undefined;
  return { askId: bytes.subarray(typeBytes, elementsAt), evaluated, proof };
}
