import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { describe, expect, it } from "vitest";
import { grant } from "./grant.ts";
import { open } from "./open.ts";
import { recipientsMax, seal } from "./seal.ts";
import { generateSealingKey } from "./sealing-key.ts";

const context = utf8("record 7, field name");
const plaintext = utf8("王小明");
const subject = await generateSealingKey({ seed: sha256(utf8("subject")) });
const office = await generateSealingKey();
const stranger = await generateSealingKey();

async function sealedTo(...keys: { publicKey: Uint8Array }[]) {
  const { content, wraps } = await seal({ recipients: keys.map((key) => key.publicKey), plaintext, context });
  const [first] = wraps;
  if (first === undefined) throw new Error("nothing was wrapped");
  return { content, wraps, wrapped: first.wrapped };
}

describe("sealing", () => {
  it("opens for each recipient", async () => {
    const { content, wraps } = await sealedTo(subject, office);
    for (const [index, key] of [subject, office].entries()) {
      const wrapped = wraps[index]?.wrapped ?? new Uint8Array();
      expect(await open({ content, wrapped, key, context })).toEqual(plaintext);
    }
  });

  it("opens empty content", async () => {
    const { content, wraps } = await seal({
      recipients: [subject.publicKey],
      plaintext: new Uint8Array(),
      context,
    });
    const wrapped = wraps[0]?.wrapped ?? new Uint8Array();
    expect(await open({ content, wrapped, key: subject, context })).toEqual(new Uint8Array());
  });

  it("never seals twice to the same bytes", async () => {
    expect((await sealedTo(subject)).content).not.toEqual((await sealedTo(subject)).content);
  });

  it("does not open for a stranger, in another context, or with any one bit changed", async () => {
    const { content, wrapped } = await sealedTo(subject);
    expect(await open({ content, wrapped, key: stranger, context })).toBe("KEY_REFUSED");
    expect(await open({ content, wrapped, key: subject, context: utf8("record 8") })).toBe("KEY_REFUSED");
    for (let at = 0; at < wrapped.length; at++) {
      const changed = wrapped.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await open({ content, wrapped: changed, key: subject, context }), `wrapped ${at}`).toBe("KEY_REFUSED");
    }
    for (let at = 0; at < content.length; at++) {
      const changed = content.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await open({ content: changed, wrapped, key: subject, context })).toBe("CONTENT_REFUSED");
    }
    expect(await open({ content: content.slice(0, 20), wrapped, key: subject, context })).toBe("CONTENT_REFUSED");
  });

  it("can be granted to one more by whoever opens it, and by nobody else", async () => {
    const { content, wrapped } = await sealedTo(subject);
    const more = await grant({ wrapped, key: subject, recipient: office.publicKey, context });
    expect(await open({ content, wrapped: more ?? wrapped, key: office, context })).toEqual(plaintext);
    expect(await grant({ wrapped, key: stranger, recipient: office.publicKey, context })).toBeUndefined();
  });

  it("refuses no recipients, too many, and keys that are none", async () => {
    const many = Array.from({ length: recipientsMax + 1 }, () => subject.publicKey);
    await expect(seal({ recipients: [], plaintext, context })).rejects.toThrow(RangeError);
    await expect(seal({ recipients: many, plaintext, context })).rejects.toThrow(RangeError);
    await expect(seal({ recipients: [new Uint8Array(31)], plaintext, context })).rejects.toThrow(RangeError);
    await expect(seal({ recipients: [new Uint8Array(32)], plaintext, context })).rejects.toThrow();
  });

  it("derives the same key from the same seed", async () => {
    const again = await generateSealingKey({ seed: sha256(utf8("subject")) });
    expect(toHex(again.publicKey)).toBe(toHex(subject.publicKey));
    expect(subject.pair.privateKey.extractable).toBe(false);
    await expect(generateSealingKey({ seed: new Uint8Array(31) })).rejects.toThrow(RangeError);
  });
});
