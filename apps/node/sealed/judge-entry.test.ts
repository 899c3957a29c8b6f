import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOf, fileIdOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { personSubject } from "@mingbai/identity/vault-content";
import { contentSubject } from "@mingbai/read-model/given-content";
import { partSubject } from "@mingbai/read-model/given-part";
import { describe, expect, it } from "vitest";
import { fileSubject } from "../contents/file-record.ts";
import { findJudged } from "./judge-entry.ts";

const salt = new Uint8Array(32).fill(5);
const hash = (fill: number) => new Uint8Array(32).fill(fill);
const file = toHex(fileIdOf({ salt, digest: hash(6) }));
const said = { file, name: "a.csv", type: "text/csv", bytes: 3, untrusted: true };
const application = { kind: "application", title: "t", proposal: "p", invoices: [], files: [said] };
const entry = { salt: toHex(salt), content: application };
const uploader = "00000000000000a1";
const subject = contentSubject({ commitment: toHex(commitmentOf({ salt, content: application })), giver: uploader });
const secrets = { dataKey: toHex(hash(1)), salt: toHex(salt), digest: toHex(hash(6)) };
const record = { ...said, ...secrets, digestOfCiphertext: toHex(hash(2)), uploader, timeMs: 1 };
const partName = partSubject({ subject: "00000000000000c1", commitment: toHex(hash(3)), giver: uploader });
const namedBy = { subject, entry };

function judge(given: CanonicalObject, expected: Parameters<typeof findJudged>[1]) {
  return findJudged(canonicalBytes(given), expected);
}

describe("an entry from another node", () => {
  it("counts where it is what its commitment says, or what the content that names it says", () => {
    expect(judge(entry, { subject })).toEqual(entry);
    expect(judge(record, { subject: fileSubject(file), namedBy })).toEqual(record);
    const name = { kind: "person", name: "江临川" };
    expect(judge(name, { subject: personSubject(uploader) })).toEqual(name);
  });

  it.each<[string, CanonicalObject]>([
    ["another salt", { ...entry, salt: toHex(hash(9)) }],
    ["another title", { ...entry, content: { ...application, title: "u" } }],
    ["a field more", { ...entry, more: 1 }],
    ["no content", { salt: entry.salt }],
  ])("is refused as a content with %s", (_, given) => {
    expect(judge(given, { subject })).toBeUndefined();
  });

  it.each<[string, CanonicalObject]>([
    ["is called trusted", { ...record, untrusted: false }],
    ["is of another type", { ...record, type: "text/plain" }],
    ["has another name", { ...record, name: "b.csv" }],
    ["is larger", { ...record, bytes: 4 }],
    ["has another plaintext", { ...record, digest: toHex(hash(7)) }],
    ["was sent by somebody else", { ...record, uploader: "00000000000000b2" }],
    ["is another file", { ...record, file: toHex(hash(8)) }],
  ])("is refused as a file that %s", (_, given) => {
    expect(judge(given, { subject: fileSubject(file), namedBy })).toBeUndefined();
  });

  it("counts as a photo where a part puts it there that its sender gave, and the file is a picture", () => {
    const photo = { ...record, type: "image/jpeg" };
    const by = (part: CanonicalObject) => ({
      subject: fileSubject(file),
      namedBy: { subject: partName, entry: { content: part } },
    });
    const put = { kind: "part", form: 1, reason: "visit", sets: { photos: { to: [file] } } };
    expect(judge(photo, by(put))).toEqual(photo);
    const taken = { ...put, sets: { photos: { from: [file], to: [] } } };
    expect([judge(record, by(put)), judge(photo, by(taken))]).toEqual([undefined, undefined]);
    expect(judge({ ...photo, uploader: "00000000000000b2" }, by(put))).toBeUndefined();
  });

  it("is refused as a file that no content names, as a name of another shape, and as what is no JSON", () => {
    expect(judge(record, { subject: fileSubject(file) })).toBeUndefined();
    expect(judge({ kind: "person" }, { subject: personSubject(uploader) })).toBeUndefined();
    expect(findJudged(new Uint8Array([1, 2]), { subject })).toBeUndefined();
  });
});
