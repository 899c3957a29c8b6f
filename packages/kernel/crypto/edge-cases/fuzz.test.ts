import { concat, equalBytes, utf8 } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { checkAssertion } from "../check-assertion.ts";
import { verifyEd25519 as ed25519ByNoble } from "../ed25519/noble.ts";
import { verifyEd25519 as ed25519ByOpenssl } from "../ed25519/openssl.ts";
import { verifyEd25519 as ed25519BySodium } from "../ed25519/sodium.ts";
import { findRawSignature, toDerSignature } from "../p256/der-signature.ts";
import { verifyP256 as p256ByNoble } from "../p256/noble.ts";
import { verifyP256 as p256ByOpenssl } from "../p256/openssl.ts";
import { verifySignature, verifySignatureWith } from "../verify-signature.ts";
import { encodeAssertion, findAssertion } from "../webauthn/assertion.ts";
import { findClientData } from "../webauthn/client-data.ts";
import { signatureVectors } from "./signature-vectors.ts";

const seed = runSeed();
const { signatures } = signatureVectors();
const inputs = deepCount(5_000, 100_000);
const disagreements = deepCount(300, 10_000);
/** Pieces of clientDataJSON, right and wrong, to be strung together. */
const pieces = [...'{}:,[] "\\', '"type"', '"challenge"', '"origin"', '"crossOrigin"', '"x\\/y"', '"\\u0041"']
  .concat(["true", "false", "null", "0", "-1", "01", "1.5", "1e5", "\t", "é", '"a":1', '"a":{}', "{}"])
  .concat(['"type":"webauthn.get","challenge":"c","origin":"o"', '{"type":"t","challenge":"c","origin":"o"']);

/** Some bytes changed, cut off, put in or doubled. */
function mutated(draw: Random, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = draw.below(bytes.length + 1);
  switch (draw.below(5)) {
    case 0:
      return new Uint8Array(bytes).map((byte, index) => (index === at ? byte ^ (1 << draw.below(8)) : byte));
    case 1:
      return bytes.slice(0, at);
    case 2:
      return concat(bytes.subarray(0, at), draw.bytes(1 + draw.below(3)), bytes.subarray(at));
    case 3:
      return concat(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 8)));
    default:
      return new Uint8Array(bytes).map((byte) => (draw.chance(1, 16) ? draw.below(256) : byte));
  }
}

function mutatedCheck(draw: Random) {
  const { scheme, publicKey, message, signature, id } = draw.pick(signatures);
  const [key, signed] = [fromHex(publicKey), fromHex(signature)];
  return {
    scheme,
    publicKey: draw.chance(1, 4) ? mutated(draw, key) : key,
    message: fromHex(message),
    signature: draw.chance(3, 4) ? mutated(draw, signed) : signed,
    id: fromHex(id),
  };
}

describe(`decoders and verifiers on broken input (seed ${seed})`, () => {
  it("never throw", () => {
    const draw = random(seed);
    for (let n = 0; n < inputs; n++) {
      const check = mutatedCheck(draw);
      expect(typeof verifySignature(check)).toBe("boolean");
      expect(typeof checkAssertion(check.signature, { rpId: "ledger.example", origins: [] })).toBe("string");
    }
  });

  it("give one verdict from every implementation", () => {
    const draw = random(seed);
    const [first, second, third] = [
      { ed25519: ed25519BySodium, p256: p256ByOpenssl },
      { ed25519: ed25519ByOpenssl, p256: p256ByOpenssl },
      { ed25519: ed25519ByNoble, p256: p256ByNoble },
    ];
    for (let n = 0; n < disagreements; n++) {
      const check = mutatedCheck(draw);
      const verdict = verifySignatureWith(first, check);
      expect(verifySignatureWith(second, check), `input ${n}`).toBe(verdict);
      expect(verifySignatureWith(third, check), `input ${n}`).toBe(verdict);
    }
  });

  it("read an assertion in one spelling only", () => {
    const draw = random(seed);
    const passkeys = signatures.filter(({ scheme }) => scheme === "webauthn-p256");
    let read = 0;
    for (let n = 0; n < inputs; n++) {
      const bytes = mutated(draw, fromHex(draw.pick(passkeys).signature));
      const assertion = findAssertion(bytes);
      if (assertion === undefined) continue;
      read++;
      expect(equalBytes(encodeAssertion(assertion), bytes), `input ${n}`).toBe(true);
    }
    expect(read).toBeGreaterThan(0);
  });

  it("read a DER signature in one spelling only", () => {
    const draw = random(seed);
    let read = 0;
    for (let n = 0; n < inputs; n++) {
      const raw = draw.bytes(64);
      if (draw.chance(1, 4)) raw.fill(0, 0, 1 + draw.below(31));
      if (draw.chance(1, 4)) raw.fill(0, 32, 33 + draw.below(31));
      if (raw.subarray(0, 32).every((byte) => byte === 0)) raw[31] = 1;
      if (raw.subarray(32).every((byte) => byte === 0)) raw[63] = 1;
      const der = toDerSignature(raw);
      expect(equalBytes(findRawSignature(der) ?? der, raw), `input ${n}`).toBe(true);
      const broken = mutated(draw, der);
      const found = findRawSignature(broken);
      if (found === undefined) continue;
      read++;
      expect(equalBytes(toDerSignature(found), broken), `input ${n}`).toBe(true);
    }
    expect(read).toBeGreaterThan(0);
  });

  it("read nothing from clientDataJSON that JSON.parse reads otherwise", () => {
    const draw = random(seed);
    let read = 0;
    for (let n = 0; n < inputs; n++) {
      const strung = Array.from({ length: 1 + draw.below(6) }, () => draw.pick(pieces)).join("");
      const text = draw.chance(1, 2) ? strung : `{"type":"t","challenge":"c","origin":"o",${strung}}`;
      const found = findClientData(utf8(text));
      if (found === undefined) continue;
      read++;
      expect({ crossOrigin: false, ...JSON.parse(text) }, text).toMatchObject({ ...found });
    }
    expect(read).toBeGreaterThan(0);
  });
});
