import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { askItems } from "../limits.ts";
import { signatureBytes } from "../parties.ts";
import { elementBytes } from "../suite.ts";
import { decodeElements } from "./decode-elements.ts";
import { idBytes, messageTypes, typeBytes } from "./message-type.ts";

/** Blinded people, always `askItems` of them: type | offer id | elements. The asker's signature follows. */
export interface Ask {
  readonly offerId: Uint8Array;
  readonly blinded: readonly Uint8Array[];
}

const elementsAt = typeBytes + idBytes;
const signatureAt = elementsAt + askItems * elementBytes;
export const askBytes = signatureAt + signatureBytes;

/** What the asker signs: which offer, so for which purpose and until when, and every element. */
export function askMessage(ask: Ask): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.comparisonAsk, encodeBody(ask));
}

/** Identity of an ask: SHA-256 of what is signed. The same ask sent again has the same one. */
export function askId(ask: Ask): Uint8Array<ArrayBuffer> {
  return sha256(askMessage(ask));
}

export function encodeAsk(ask: Ask, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (ask.blinded.length !== askItems) throw new RangeError(`an ask has ${askItems} elements`);
  if (signature.length !== signatureBytes) throw new RangeError("a signature is 64 bytes");
  return concat(encodeBody(ask), signature);
}

/** The ask in a message, its signature not judged; undefined unless every element is a canonical one. */
export function findAsk(bytes: Uint8Array): { ask: Ask; signature: Uint8Array } | undefined {
  if (bytes.length !== askBytes || bytes[0] !== messageTypes.ask) return undefined;
  const blinded = decodeElements(bytes.subarray(elementsAt, signatureAt));
  if (blinded === undefined) return undefined;
  return { ask: { offerId: bytes.subarray(typeBytes, elementsAt), blinded }, signature: bytes.subarray(signatureAt) };
}

function encodeBody({ offerId, blinded }: Ask): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(messageTypes.ask), offerId, ...blinded);
}
