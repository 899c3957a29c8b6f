import { findJson } from "@mingbai/codec/find-json";
import { findHex } from "@mingbai/codec/hex";
import { z } from "zod";

/** OWASP Password Storage Cheat Sheet (2025), scrypt: N = 2^17, r = 8, p = 1, which takes 128 MiB for each try. */
export const scryptCost = { logN: 17, r: 8, p: 1 } as const;
/** A file may ask for more work than we write, but not for so much that reading it is an attack. */
export const logNMax = 20;
export const saltBytes = 16;
export const nonceBytes = 12;
export const tagBytes = 16;
export const secretBytes = 32;

const hexOf = (bytes: number) =>
  z.string().refine((text) => findHex(text)?.length === bytes, `${bytes} bytes, hexadecimal`);

/** What the secret is: the seed of a signer, or of a sealing key (x25519). */
export const KeyKind = z.enum(["ed25519", "p256", "x25519"]);
export type KeyKind = z.infer<typeof KeyKind>;

/** The JSON of a key file. Everything but `ciphertext` is readable without the passphrase. */
export const KeyFileForm = z.strictObject({
  format: z.literal("mingbai-key/1"),
  kind: KeyKind,
  publicKey: z.union([hexOf(32), hexOf(33)]),
  kdf: z.strictObject({
    name: z.literal("scrypt"),
    logN: z.int().min(scryptCost.logN).max(logNMax),
    r: z.literal(scryptCost.r),
    p: z.literal(scryptCost.p),
    salt: hexOf(saltBytes),
  }),
  cipher: z.strictObject({
    name: z.literal("aes-256-gcm"),
    nonce: hexOf(nonceBytes),
    ciphertext: hexOf(secretBytes + tagBytes),
  }),
});
export type KeyFileForm = z.infer<typeof KeyFileForm>;

/** The key file in this text, or undefined where it is none. */
export function findKeyFileForm(text: string): KeyFileForm | undefined {
  const form = KeyFileForm.safeParse(findJson(text));
  return form.success ? form.data : undefined;
}
