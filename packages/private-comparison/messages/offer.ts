import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { u32, u64 } from "@mingbai/codec/u64";
import { findItemKind, type ItemKind, itemKinds } from "../item.ts";
import { offerEvaluationsMax, offerMsMax } from "../limits.ts";
import { isListShape, saltBytes } from "../offer/list-shape.ts";
import { signatureBytes } from "../parties.ts";
import { elementBytes, isElement, suiteNumber } from "../suite.ts";
import { FieldReader } from "./field-reader.ts";
import { idBytes, messageTypes, typeBytes } from "./message-type.ts";

/** What a department says of a list before it answers one organisation about it, for one purpose, until a moment. */
export interface Offer {
  readonly kind: ItemKind;
  /** Number of the organisation that answers. */
  readonly department: number;
  /** Number of the only organisation that may ask. */
  readonly asker: number;
  /** Commitment to the purpose and its basis in law (`commitmentOf`), 32 bytes. */
  readonly purpose: Uint8Array;
  readonly madeMs: number;
  readonly endsMs: number;
  /** Evaluations that it answers in all. */
  readonly evaluationsMax: number;
  /** Public half of the key made for this offer. */
  readonly publicKey: Uint8Array;
  /** Drawn for this offer: the same key gives other tags in another list. */
  readonly salt: Uint8Array;
  /** Entries of the list, those of nobody included. */
  readonly entries: number;
  /** Bytes of each sealed fact, 0 where matches carry none. */
  readonly factBytes: number;
  readonly entriesDigest: Uint8Array;
}

/** type | suite | kind | u64 department, asker | purpose | u64 made, ends | u32 evaluations | key | salt | u32 entries | u16 fact | digest. */
const bodyBytes = typeBytes + 2 + 8 + 8 + 32 + 8 + 8 + 4 + elementBytes + saltBytes + 4 + 2 + 32;
export const offerBytes = bodyBytes + signatureBytes;

/** What the department signs. */
export function offerMessage(offer: Offer): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.comparisonOffer, encodeBody(offer));
}

/** Identity of an offer: SHA-256 of what is signed, 32 bytes. */
export function offerId(offer: Offer): Uint8Array<ArrayBuffer> {
  return sha256(offerMessage(offer));
}

export function encodeOffer(offer: Offer, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (signature.length !== signatureBytes) throw new RangeError("a signature is 64 bytes");
  return concat(encodeBody(offer), signature);
}

/** The offer in a message, its signature not judged; undefined where the bytes are none. */
export function findOffer(bytes: Uint8Array): { offer: Offer; signature: Uint8Array } | undefined {
  if (bytes.length !== offerBytes || bytes[0] !== messageTypes.offer || bytes[typeBytes] !== suiteNumber)
    return undefined;
  const reader = new FieldReader(bytes.subarray(typeBytes + 1));
  const [kind, department, asker] = [findItemKind(reader.u8()), reader.findU64(), reader.findU64()];
  const purpose = reader.bytes(idBytes);
  const [madeMs, endsMs, evaluationsMax] = [reader.findU64(), reader.findU64(), reader.u32()];
  if (kind === undefined || department === undefined || asker === undefined) return undefined;
  if (madeMs === undefined || endsMs === undefined) return undefined;
  const [publicKey, salt] = [reader.bytes(elementBytes), reader.bytes(saltBytes)];
  const [entries, factBytes, entriesDigest] = [reader.u32(), reader.u16(), reader.bytes(32)];
  const offer = { kind, department, asker, purpose, madeMs, endsMs, evaluationsMax, publicKey, salt };
  const whole: Offer = { ...offer, entries, factBytes, entriesDigest };
  return isOffer(whole) ? { offer: whole, signature: reader.bytes(signatureBytes) } : undefined;
}

/** True where every number is within its bounds and the key is an element. */
export function isOffer({ madeMs, endsMs, evaluationsMax, publicKey, entries, factBytes }: Offer): boolean {
  if (endsMs <= madeMs || endsMs - madeMs > offerMsMax) return false;
  if (evaluationsMax < 1 || evaluationsMax > offerEvaluationsMax) return false;
  return isListShape({ entries, factBytes }) && isElement(publicKey);
}

function encodeBody(offer: Offer): Uint8Array<ArrayBuffer> {
  return concat(
    Uint8Array.of(messageTypes.offer, suiteNumber, itemKinds[offer.kind].number),
    u64(offer.department),
    u64(offer.asker),
    offer.purpose,
    u64(offer.madeMs),
    u64(offer.endsMs),
    u32(offer.evaluationsMax),
    offer.publicKey,
    offer.salt,
    u32(offer.entries),
    Uint8Array.of(offer.factBytes & 0xff, offer.factBytes >> 8),
    offer.entriesDigest,
  );
}
