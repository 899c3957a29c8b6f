/**
 * Sealed texts about subjects (households, persons) on their way to a node. Browser-safe. Subjects are sixteen lower-case
 * hexadecimal digits, sizes bytes.
 */
import { concat, viewOf } from "@mingbai/codec/bytes";
import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { isNumber64, type Number64 } from "@mingbai/codec/number64";
import { z } from "zod";
import type { SaltedBytes } from "./contents-views.ts";

/** Parts in one request; together they have at most `requestBytesMax`, each at most `contentBytesMax`. */
export const partsPerRequestMax = 4_096;
export const partsMediaType = "application/vnd.mingbai.subject-parts";

/** One text about a subject, as it is hashed and sealed. */
export interface SubjectPart extends SaltedBytes {
  /** A random number of 64 bits, not zero. */
  readonly subject: Number64;
}

/** The commitments of the parts of a request, in their order. */
export const PartsKept = z
  .object({ commitments: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(partsPerRequestMax) })
  .meta({ id: "PartsKept" });
export type PartsKept = z.infer<typeof PartsKept>;

const subjectBytes = 8;
const lengthAt = subjectBytes + commitmentSaltBytes;
/** What a part takes besides its content: subject, salt, length. */
export const partFrameBytes = lengthAt + 4;
const nobody = "0".repeat(16);

/**
 * The body of `POST /api/subjects/parts`: each part as 8 B subject, most significant byte first | 32 B salt | u32 length,
 * little-endian | canonical JSON. Throws RangeError on a salt of another length, on text that is no subject, on zero.
 */
export function encodeSubjectParts(parts: readonly SubjectPart[]): Uint8Array<ArrayBuffer> {
  return concat(
    ...parts.flatMap(({ subject, salt, bytes }) => {
      if (salt.length !== commitmentSaltBytes) throw new RangeError(`a salt is ${commitmentSaltBytes} bytes`);
      if (!isNumber64(subject) || subject === nobody) throw new RangeError("a subject is sixteen hexadecimal digits");
      const length = new Uint8Array(4);
      viewOf(length).setUint32(0, bytes.length, true);
      return [fromHex(subject), salt, length, bytes];
    }),
  );
}

/** The parts of such a body, 1 to `partsPerRequestMax`; salts and contents are views. Undefined where it is no such body. */
export function findSubjectParts(body: Uint8Array): SubjectPart[] | undefined {
  const parts: SubjectPart[] = [];
  const view = viewOf(body);
  for (let at = 0; at < body.length; ) {
    const start = at + partFrameBytes;
    if (start > body.length || parts.length === partsPerRequestMax) return undefined;
    const end = start + view.getUint32(at + lengthAt, true);
    const subject = toHex(body.subarray(at, at + subjectBytes));
    if (end > body.length || subject === nobody) return undefined;
    parts.push({ subject, salt: body.subarray(at + subjectBytes, at + lengthAt), bytes: body.subarray(start, end) });
    at = end;
  }
  return parts.length === 0 ? undefined : parts;
}
