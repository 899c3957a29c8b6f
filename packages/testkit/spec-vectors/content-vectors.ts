import { utf8 } from "@mingbai/codec/bytes";
import { type CanonicalObject, encodeCanonical } from "@mingbai/codec/canonical-json";
import { commitmentOf, fileIdOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { hashOf } from "./hash-of.ts";

const contents: readonly CanonicalObject[] = [
  {},
  { title: "更换路灯", amount: 1_250_000 },
  { amount: 1_250_000, title: "更换路灯" },
  { lines: [{ name: "灯具", count: 40 }, { name: "𠮷" }], isUrgent: false },
];
const files = ["", "a letter to the office\n", "更换路灯的合同"];

/** Contents with their commitments, and files with their identities; each salt is one byte, repeated. */
export function contentVectors() {
  return {
    commitments: contents.map((content, place) => {
      const salt = hashOf(place);
      return {
        salt: toHex(salt),
        content: encodeCanonical(content),
        commitment: toHex(commitmentOf({ salt, content })),
      };
    }),
    files: files.map((text, place) => {
      const salt = hashOf(place);
      const bytes = utf8(text);
      return { salt: toHex(salt), bytes: toHex(bytes), file: toHex(fileIdOf({ salt, digest: sha256(bytes) })) };
    }),
  };
}
