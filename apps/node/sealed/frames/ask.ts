import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { sealingKeyBytes } from "@mingbai/crypto/sealing/suite";
import { subjectBytesMax, subjectsPerPathMax } from "../limits.ts";
import { sealedFrames } from "./frame-type.ts";

/**
 * Asks for a vault entry, or for a piece of the file that it is about: type | u32 number of the question | u32 number of
 * the piece, all ones for the entry | X25519 key to which its data key is to be wrapped 32 | u8 subjects | of each u8 length,
 * ASCII. The first subject stands on the ledger, each further one in the content before it; the last is what is asked for.
 */
export interface Ask {
  readonly request: number;
  /** Undefined for the entry itself. */
  readonly piece: number | undefined;
  readonly sealingKey: Uint8Array;
  readonly path: readonly string[];
}

const subjectForm = /^[\x21-\x7e]+$/;
const noPiece = 0xffff_ffff;
const pieceAt = 5;
const keyAt = pieceAt + 4;
const countAt = keyAt + sealingKeyBytes;

export function encodeAsk({ request, piece = noPiece, sealingKey, path }: Ask): Uint8Array<ArrayBuffer> {
  const subjects = path.map((subject) => utf8(subject)).flatMap((bytes) => [Uint8Array.of(bytes.length), bytes]);
  return concat(
    Uint8Array.of(sealedFrames.ask),
    u32(request),
    u32(piece),
    sealingKey,
    Uint8Array.of(path.length),
    ...subjects,
  );
}

/** The question in a frame, as views into it; undefined where the bytes are none. */
export function findAsk(frame: Uint8Array): Ask | undefined {
  if (frame[0] !== sealedFrames.ask || frame.length <= countAt) return undefined;
  const path = findPath(frame.subarray(countAt));
  if (path === undefined) return undefined;
  const view = viewOf(frame);
  const piece = view.getUint32(pieceAt, true);
  return {
    request: view.getUint32(1, true),
    piece: piece === noPiece ? undefined : piece,
    sealingKey: frame.subarray(keyAt, countAt),
    path,
  };
}

function findPath(bytes: Uint8Array): string[] | undefined {
  const [count = 0] = bytes;
  if (count === 0 || count > subjectsPerPathMax) return undefined;
  const path: string[] = [];
  let at = 1;
  while (path.length < count) {
    const length = bytes[at] ?? 0;
    if (length > subjectBytesMax) return undefined;
    const subject = new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + length));
    if (subject.length !== length || !subjectForm.test(subject)) return undefined;
    path.push(subject);
    at += 1 + length;
  }
  return at === bytes.length ? path : undefined;
}
