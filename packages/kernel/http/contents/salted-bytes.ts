import { concat, viewOf } from "@mingbai/codec/bytes";
import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { contentsPerRequestMax } from "../contents-views.ts";

/** A content as it is hashed and sealed: its canonical JSON, and the salt of its commitment. */
export interface SaltedBytes {
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

export const contentsMediaType = "application/vnd.mingbai.contents";

const lengthBytes = 4;

/** The body of `POST /api/contents/list`: each content as 32 B salt | u32 length, little-endian | canonical JSON. */
export function encodeSaltedBytes(contents: readonly SaltedBytes[]): Uint8Array<ArrayBuffer> {
  const parts = contents.flatMap(({ salt, bytes }) => {
    if (salt.length !== commitmentSaltBytes) throw new RangeError(`a salt is ${commitmentSaltBytes} bytes`);
    const length = new Uint8Array(lengthBytes);
    viewOf(length).setUint32(0, bytes.length, true);
    return [salt, length, bytes];
  });
  return concat(...parts);
}

/** The contents of such a body, 1 to `contentsPerRequestMax`; views, no copies. Undefined where it is no such body. */
export function findSaltedBytes(body: Uint8Array): SaltedBytes[] | undefined {
  const contents: SaltedBytes[] = [];
  const view = viewOf(body);
  for (let at = 0; at < body.length; ) {
    const start = at + commitmentSaltBytes + lengthBytes;
    if (start > body.length || contents.length === contentsPerRequestMax) return undefined;
    const end = start + view.getUint32(at + commitmentSaltBytes, true);
    if (end > body.length) return undefined;
    contents.push({ salt: body.subarray(at, at + commitmentSaltBytes), bytes: body.subarray(start, end) });
    at = end;
  }
  return contents.length === 0 ? undefined : contents;
}
