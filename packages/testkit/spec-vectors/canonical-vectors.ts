import { utf8 } from "@mingbai/codec/bytes";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";

/** Bytes, and whether they are the canonical spelling of a value. */
export function canonicalVectors() {
  const texts = [
    '{"a":1,"b":[true,false,"明白"]}',
    "{}",
    "[]",
    "0",
    "-9007199254740991",
    "9007199254740991",
    "9007199254740992",
    '"\\u0000\\b\\t\\n\\f\\r\\"\\\\/"',
    '"\\/"',
    '"\u007f\u2028"',
    '"\\u001F"',
    '"\\u001f"',
    '{"b":1,"a":2}',
    '{"B":1,"a":2}',
    '{"a":1,"a":1}',
    '{"_a":1}',
    '{"":1}',
    `{"${"a".repeat(64)}":1}`,
    `{"${"a".repeat(65)}":1}`,
    "null",
    "[null]",
    "-0",
    "1.0",
    "1e3",
    "01",
    " 1",
    "1\n",
    '"\\ud800"',
    "\ufeff1",
    "[".repeat(17) + "]".repeat(17),
    "[".repeat(18) + "]".repeat(18),
    "",
  ];
  const all = [...texts.map(utf8), Uint8Array.of(0x22, 0xff, 0x22), Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)];
  return all.map((bytes) => ({ bytes: toHex(bytes), valid: findCanonical(bytes) !== undefined }));
}
