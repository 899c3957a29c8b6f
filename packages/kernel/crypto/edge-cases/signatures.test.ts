import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fromHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { checkAssertion } from "../check-assertion.ts";
import { verifyEd25519 as ed25519ByNoble } from "../ed25519/noble.ts";
import { verifyEd25519 as ed25519ByOpenssl } from "../ed25519/openssl.ts";
import { verifyEd25519 as ed25519BySodium } from "../ed25519/sodium.ts";
import { verifyP256 as p256ByNoble } from "../p256/noble.ts";
import { verifyP256 as p256ByOpenssl } from "../p256/openssl.ts";
import { verifySignature, verifySignatureWith } from "../verify-signature.ts";
import { signatureVectors, signatureVectorsText } from "./signature-vectors.ts";
import type { SignatureVector } from "./vector.ts";

const file = resolve(import.meta.dirname, "../../../../docs/spec/vectors/signatures.json");
const { signatures, assertions } = signatureVectors();

const backends = {
  "sodium and OpenSSL": { ed25519: ed25519BySodium, p256: p256ByOpenssl },
  "OpenSSL alone": { ed25519: ed25519ByOpenssl, p256: p256ByOpenssl },
  "noble, as in browsers": { ed25519: ed25519ByNoble, p256: p256ByNoble },
};

function checkOf({ scheme, publicKey, message, signature, id }: SignatureVector) {
  return {
    scheme,
    publicKey: fromHex(publicKey),
    message: fromHex(message),
    signature: fromHex(signature),
    id: fromHex(id),
  };
}

describe("the vectors of signature validity", () => {
  it("stand in the file as they are made", () => {
    expect(readFileSync(file, "utf8")).toBe(signatureVectorsText());
  });

  it("have names of their own", () => {
    expect(new Set(signatures.map(({ name }) => name)).size).toBe(signatures.length);
  });

  for (const [name, verifiers] of Object.entries(backends)) {
    it(`are judged as written by ${name}`, () => {
      const verdicts = signatures.map((vector) => [vector.name, verifySignatureWith(verifiers, checkOf(vector))]);
      expect(verdicts).toEqual(signatures.map((vector) => [vector.name, vector.valid]));
    });
  }

  it("are judged as written by the runtime's own choice", () => {
    for (const vector of signatures) expect(verifySignature(checkOf(vector)), vector.name).toBe(vector.valid);
  });
});

describe("the vectors of passkey answers", () => {
  it.each(assertions)("$name: $verdict", ({ signature, rpId, origins, verdict }) => {
    expect(checkAssertion(fromHex(signature), { rpId, origins })).toBe(verdict);
  });
});
