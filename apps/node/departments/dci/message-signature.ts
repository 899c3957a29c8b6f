import { createHash } from "node:crypto";
import { fromHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";

/** For how long a signature may be used, and how far two clocks may differ. */
const validSeconds = 300;
const clockSecondsMax = 60;
const algorithm = "ed25519";
const namespace = "spdci";
const noId = new Uint8Array(32);

/** What is signed of a message: everything but the signature. */
export interface SignedParts {
  readonly header: unknown;
  readonly message: unknown;
}

/**
 * The `signature` of a message (MsgSignature.yaml of the specification, in the form of its example: an HTTP signature string
 * over created, expires and digest). The specification leaves open what the digest is of; here it is SHA-256 of
 * `{header, message}` as JSON with sorted names and no spaces (RFC 8785 for what these messages hold).
 */
export async function signMessage(
  parts: SignedParts,
  { signer, sender, keyId, nowMs }: { signer: Signer; sender: string; keyId: string; nowMs: number },
): Promise<string> {
  const created = Math.floor(nowMs / 1_000);
  const expires = created + validSeconds;
  const message = signingBytes(parts, created, expires);
  const signature = Buffer.from(await signer.sign({ message, id: noId })).toString("base64");
  return [
    `Signature: namespace="${namespace}"`,
    `kidId="${sender}|${keyId}|${algorithm}"`,
    `algorithm="${algorithm}"`,
    `created="${created}"`,
    `expires="${expires}"`,
    `headers="(created) (expires) digest"`,
    `signature="${signature}"`,
  ].join(", ");
}

/** Whether this key signed the message lately. `publicKey`: hexadecimal. */
export function isSigned(
  { signature, ...parts }: SignedParts & { readonly signature?: string | undefined },
  { publicKey, nowMs }: { publicKey: string; nowMs: number },
): boolean {
  if (signature === undefined) return false;
  const said = Object.fromEntries([...signature.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const [created, expires] = [Number(said.created), Number(said.expires)];
  const now = Math.floor(nowMs / 1_000);
  const isLate = !(created <= now + clockSecondsMax && now <= expires + clockSecondsMax);
  if (isLate || expires - created > validSeconds || said.algorithm !== algorithm) return false;
  return verifySignature({
    scheme: algorithm,
    publicKey: fromHex(publicKey),
    message: signingBytes(parts, created, expires),
    signature: new Uint8Array(Buffer.from(said.signature ?? "", "base64")),
    id: noId,
  });
}

function signingBytes({ header, message }: SignedParts, created: number, expires: number): Uint8Array {
  const digest = createHash("sha256").update(sortedJson({ header, message })).digest("base64");
  return Buffer.from(`(created): ${created}\n(expires): ${expires}\ndigest: SHA-256=${digest}`);
}

/** JSON as both sides write it, whatever order the names came in. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
