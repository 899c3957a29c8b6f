import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { concat } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { testData } from "@mingbai/testkit/test-data";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findContent } from "./data-key.ts";
import { sealSuite } from "./suite.ts";

const folder = testData("wycheproof");
const Result = z.enum(["valid", "acceptable", "invalid"]);
const Exchange = z.object({
  tcId: z.number(),
  flags: z.array(z.string()),
  public: z.string(),
  private: z.string(),
  shared: z.string(),
  result: Result,
});
const Sealing = z.object({
  tcId: z.number(),
  key: z.string(),
  iv: z.string(),
  aad: z.string(),
  msg: z.string(),
  ct: z.string(),
  tag: z.string(),
  result: Result,
});
const SealingGroup = z.object({
  ivSize: z.number(),
  keySize: z.number(),
  tagSize: z.number(),
  tests: z.array(Sealing),
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(folder ?? "", name), "utf8"));
}

describe("Wycheproof's vectors of the primitives that sealing stands on", () => {
  it.skipIf(!folder)(
    "X25519: every shared secret is as published, and one of zeros is refused (needs wycheproof)",
    async () => {
      const { testGroups } = z
        .object({ testGroups: z.array(z.object({ tests: z.array(Exchange) })) })
        .parse(read("x25519_test.json"));
      const cases = testGroups.flatMap(({ tests }) => tests);
      expect(cases.length).toBeGreaterThan(500);
      for (const { tcId, flags, shared, ...keys } of cases) {
        const expected = flags.includes("ZeroSharedSecret") ? "refused" : shared;
        expect(await sharedSecret(keys), `case ${tcId}`).toBe(expected);
      }
    },
  );

  it.skipIf(!folder)("AES-256-GCM: content opens exactly where the tag is right (needs wycheproof)", async () => {
    const { testGroups } = z.object({ testGroups: z.array(SealingGroup) }).parse(read("aes_gcm_test.json"));
    const ours = testGroups.filter(
      ({ ivSize, keySize, tagSize }) => ivSize === 96 && keySize === 256 && tagSize === 128,
    );
    const cases = ours.flatMap(({ tests }) => tests);
    expect(cases.length).toBeGreaterThan(30);
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of cases) {
      const content = concat(Uint8Array.of(sealSuite), fromHex(iv), fromHex(ct), fromHex(tag));
      const opened = await findContent({ dataKey: fromHex(key), content, context: fromHex(aad) });
      expect(opened && toHex(opened), `case ${tcId}`).toBe(result === "valid" ? msg : undefined);
    }
  });
});

/** The X25519 that `hpke` calls (WebCrypto), or "refused" where it gives no secret. */
async function sharedSecret(keys: { public: string; private: string }): Promise<string> {
  const pkcs8 = concat(fromHex("302e020100300506032b656e04220420"), fromHex(keys.private));
  const secret = await crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]);
  const peer = await crypto.subtle.importKey("raw", fromHex(keys.public), "X25519", false, []);
  const bits = crypto.subtle.deriveBits({ name: "X25519", public: peer }, secret, 256);
  return bits.then(
    (made) => toHex(new Uint8Array(made)),
    () => "refused",
  );
}
