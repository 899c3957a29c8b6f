import { toBase64Url } from "@mingbai/codec/base64";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { AssertionFault } from "../check-assertion.ts";
import { findRawSignature } from "../p256/der-signature.ts";
import { type Behaviour, virtualAuthenticator } from "../signers/virtual-authenticator.ts";
import { encodeAssertion } from "../webauthn/assertion.ts";
import type { AssertionVector, SignatureVector } from "./vector.ts";

const rpId = "ledger.example";
const origin = "https://ledger.example";
const authenticator = virtualAuthenticator({ seed: sha256(utf8("webauthn vectors")), rpId, origin });
const message = utf8("the header's bytes");
const id = sha256(message);
const challenge = toBase64Url(id);
const members = `"type":"webauthn.get","challenge":"${challenge}","origin":"${origin}"`;

/** Texts of clientDataJSON, each signed rightly, and whether the narrow grammar and the challenge let it through. */
const texts: readonly [string, string, boolean][] = [
  ["members in another order", `{"origin":"${origin}","challenge":"${challenge}","type":"webauthn.get"}`, true],
  ["spaces between tokens", `{ "type" : "webauthn.get" ,"challenge": "${challenge}", "origin":"${origin}" } `, true],
  ["slashes escaped", `{${members.replaceAll("/", "\\/")}}`, true],
  ["further members", `{${members},"crossOrigin":false,"other_keys":"do not compare","n":-12,"none":null}`, true],
  ["an object inside", `{${members},"tokenBinding":{"status":"supported"}}`, true],
  ["another challenge", `{${members.replace(challenge, toBase64Url(sha256(id)))}}`, false],
  ["challenge with padding", `{${members.replace(challenge, `${challenge}=`)}}`, false],
  ["challenge in hexadecimal", `{${members.replace(challenge, toHex(id))}}`, false],
  ["no challenge", `{"type":"webauthn.get","origin":"${origin}"}`, false],
  ["no origin", `{"type":"webauthn.get","challenge":"${challenge}"}`, false],
  ["no type", `{"challenge":"${challenge}","origin":"${origin}"}`, false],
  ["type is a number", `{"type":1,"challenge":"${challenge}","origin":"${origin}"}`, false],
  ["challenge twice", `{${members},"challenge":"${challenge}"}`, false],
  ["challenge twice, once escaped", `{${members},"chal\\u006cenge":"x"}`, false],
  ["a key twice in the object inside", `{${members},"tokenBinding":{"status":"a","status":"b"}}`, false],
  ["crossOrigin null", `{${members},"crossOrigin":null}`, false],
  ["crossOrigin a string", `{${members},"crossOrigin":"false"}`, false],
  ["an escape of letters", `{${members.replace("get", "g\\u0065t")}}`, false],
  ["letters beyond ASCII", `{${members},"note":"明"}`, false],
  ["a byte order mark", `\uFEFF{${members}}`, false],
  ["a line break", `{${members}\n}`, false],
  ["a tab", `{\t${members}}`, false],
  ["a comma at the end", `{${members},}`, false],
  ["words after the end", `{${members}}x`, false],
  ["two objects", `{${members}}{}`, false],
  ["an array", `[{${members}}]`, false],
  ["an array inside", `{${members},"list":[]}`, false],
  ["a fraction", `{${members},"n":1.5}`, false],
  ["an exponent", `{${members},"n":1e3}`, false],
  ["a leading zero", `{${members},"n":01}`, false],
  ["sixteen digits", `{${members},"n":1234567890123456}`, false],
  ["a word that is no value", `{${members},"n":undefined}`, false],
  ["objects two deep", `{${members},"a":{"b":{}}}`, false],
  ["single quotes", `{${members.replaceAll('"', "'")}}`, false],
  ["unclosed", `{${members}`, false],
  ["empty text", "", false],
];

/** The passkey edge cases: layout, challenge, the grammar of clientDataJSON. */
export function webauthnCases(): SignatureVector[] {
  const good = answer({});
  const clientAt = 4 + 37;
  const high = concat(good.slice(0, -32), new Uint8Array(32).fill(0xff));
  const shorter = concat(Uint8Array.of(36, 0), good.slice(2, 4), good.slice(5));
  return [
    vector("valid", good, true),
    vector("another identity", good, false, sha256(id)),
    vector("identity of 31 bytes", good, false, id.slice(0, 31)),
    vector("raw r‖s alone", good.slice(-64), false),
    vector("empty", new Uint8Array(), false),
    vector("one byte more", concat(good, Uint8Array.of(0)), false),
    vector("one byte less", good.slice(0, -1), false),
    vector("s of n or more", high, false),
    vector("authenticatorData of 36 bytes", shorter, false),
    vector(
      "a flag changed",
      good.map((byte, index) => (index === 4 + 32 ? byte ^ 4 : byte)),
      false,
    ),
    vector(
      "origin changed",
      good.map((byte, index) => (index === clientAt + 100 ? byte ^ 1 : byte)),
      false,
    ),
    vector("clientDataJSON of 640 bytes", answer({ clientDataJson: padded(640) }), true),
    ...texts.map(([name, clientDataJson, valid]) => vector(name, answer({ clientDataJson }), valid)),
  ];
}

/** What `checkAssertion` says of answers that are signed rightly. */
export function assertionCases(): AssertionVector[] {
  const cases: readonly [string, Behaviour, "ok" | AssertionFault][] = [
    ["honest", {}, "ok"],
    ["user present and verified, backed up", { flags: 0x1d }, "ok"],
    ["second origin", { origin: "https://field.ledger.example" }, "ok"],
    ["registration instead of use", { type: "webauthn.create" }, "TYPE_WRONG"],
    ["another site", { origin: "https://evil.example" }, "ORIGIN_WRONG"],
    ["plain http", { origin: "http://ledger.example" }, "ORIGIN_WRONG"],
    ["inside a frame of another site", { clientDataJson: `{${members},"crossOrigin":true}` }, "CROSS_ORIGIN"],
    ["another relying party", { rpId: "example" }, "RP_ID_WRONG"],
    ["user not present", { flags: 0x04 }, "USER_NOT_PRESENT"],
    ["user present, not verified", { flags: 0x01 }, "USER_NOT_VERIFIED"],
    ["the first of two faults wins", { origin: "https://evil.example", flags: 0 }, "ORIGIN_WRONG"],
    ["text outside the grammar", { clientDataJson: `{${members},}` }, "ASSERTION_MALFORMED"],
  ];
  const origins = [origin, "https://field.ledger.example"];
  return cases.map(([name, behaviour, verdict]) => {
    return { name, signature: toHex(answer(behaviour)), rpId, origins, verdict };
  });
}

function answer(behaviour: Behaviour): Uint8Array {
  const { authenticatorData, clientDataJson, derSignature } = authenticator.answer(id, behaviour);
  const signature = findRawSignature(derSignature);
  if (signature === undefined) throw new Error("the virtual authenticator made DER that does not read");
  return encodeAssertion({ authenticatorData, clientDataJson, signature });
}

function padded(length: number): string {
  const start = `{${members},"pad":"`;
  return `${start}${"x".repeat(length - start.length - 2)}"}`;
}

function vector(name: string, signature: Uint8Array, valid: boolean, identity: Uint8Array = id): SignatureVector {
  return {
    name: `webauthn-p256: ${name}`,
    scheme: "webauthn-p256",
    publicKey: toHex(authenticator.publicKey),
    message: toHex(message),
    id: toHex(identity),
    signature: toHex(signature),
    valid,
  };
}
