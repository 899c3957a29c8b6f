import { toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { BiometricReference, IdentityProof, templateBytesMax } from "@mingbai/registry/content/texts/identity-proof";
import { describe, expect, it } from "vitest";
import { captureReference } from "./capture-reference.ts";
import type { BiometricMatcher } from "./matcher.ts";
import { proveIdentity } from "./prove-identity.ts";
import { standInMatcher } from "./stand-in-matcher.ts";

const person = "00000000000000b2";
const witness = "00000000000000a4";
const nowMs = 1_800_000_000_000;

function scene() {
  const before = { word: "plum" };
  const templates: Uint8Array[] = [];
  const plain = standInMatcher(before);
  const matcher: BiometricMatcher = {
    ...plain,
    async capture(trait) {
      const template = await plain.capture(trait);
      if (typeof template !== "string") templates.push(template);
      return template;
    },
  };
  const kept: { person: string; content: object }[] = [];
  const keep = async (of: string, content: object) => {
    kept.push({ person: of, content });
    return String(kept.length).padStart(64, "0");
  };
  const ports = { matcher, keep, now: () => nowMs };
  const capture = () => captureReference({ person, witness, trait: "face" }, ports);
  const prove = async () => {
    const known = BiometricReference.parse(kept[0]?.content);
    return proveIdentity({ known, reference: "1".padStart(64, "0"), witness }, ports);
  };
  return { before, ports, kept, templates, capture, prove };
}

describe("a reference", () => {
  it("is sealed under the person's own key with witness and matcher, and nothing of it stays in memory", async () => {
    const { capture, kept, templates } = scene();
    expect(await capture()).toMatchObject({ reference: "1".padStart(64, "0"), known: kept[0]?.content });
    expect(kept[0]?.person).toBe(person);
    const reference = BiometricReference.parse(kept[0]?.content);
    expect(reference).toMatchObject({ person, witness, trait: "face", matcher: { name: "test-words", version: "1" } });
    expect(reference.template).toBe(toBase64(utf8("template of plum")));
    expect(templates.every((template) => template.every((byte) => byte === 0))).toBe(true);
  });

  it.each(["NOBODY", "UNCLEAR", "NO_SENSOR"] as const)("is not made where the device says %s", async (fault) => {
    const { before, capture, kept } = scene();
    before.word = fault;
    expect(await capture()).toBe(fault);
    expect(kept).toEqual([]);
  });

  it("is not made of a finger by a matcher that knows faces, nor of a template that is too long", async () => {
    const { ports } = scene();
    expect(await captureReference({ person, witness, trait: "finger" }, ports)).toBe("NO_SENSOR");
    const long = { ...ports.matcher, capture: async () => new Uint8Array(templateBytesMax + 1) };
    const made = captureReference({ person, witness, trait: "face" }, { ...ports, matcher: long });
    await expect(made).rejects.toThrow(RangeError);
  });
});

describe("a comparison", () => {
  it.each([
    ["plum", "same"],
    ["pear", "other"],
    ["plum?", "unsure"],
  ] as const)("of %s is put on record as %s, without any template", async (word, match) => {
    const { before, capture, prove, kept, templates } = scene();
    await capture();
    before.word = word;
    expect(await prove()).toMatchObject({ match });
    const proof = IdentityProof.parse(kept[1]?.content);
    expect(proof).toMatchObject({ person, witness, match, matcher: { name: "test-words", version: "1" } });
    const said = JSON.stringify(proof);
    for (const template of ["plum", "template", toBase64(utf8("template of plum")).slice(0, 12)])
      expect(said).not.toContain(template);
    expect(templates.every((template) => template.every((byte) => byte === 0))).toBe(true);
  });

  it("is refused to another matcher than the one that captured the reference", async () => {
    const { ports, capture, kept } = scene();
    await capture();
    const known = BiometricReference.parse(kept[0]?.content);
    const matcher = { ...ports.matcher, id: { name: "test-words", version: "2" } };
    const proved = proveIdentity({ known, reference: "0".repeat(64), witness }, { ...ports, matcher });
    expect(await proved).toBe("OTHER_MATCHER");
    expect(kept).toHaveLength(1);
  });
});
