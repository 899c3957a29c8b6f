/** What the commands of identity take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";

export const organisationNameCharsMax = 100;
/** How far ahead a key may be registered or revoked: more than a year of one block a second. */
export const heightsAheadMax = 2 ** 25;

/** A 64-bit number (account, key): 16 lower-case hexadecimal digits, not zero, which names nobody. */
export const Number64Text = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .refine((text) => text !== "0000000000000000", "zero names nobody");
/** Short name of an organisation on this ledger. */
export const OrganisationId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/);
const PublicName = z.string().trim().min(1).max(organisationNameCharsMax);
const Roles = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((list) => new Set(list).size === list.length, "a role stands twice");
const Height = z.int().min(1);

/** Names of organisations are public; those of people stand in vaults only (MONEY 19). */
export const RegisterOrganisation = z.strictObject({
  organisation: OrganisationId,
  name: z.strictObject({ en: PublicName, zh: PublicName }),
});
export const RegisterActor = z.strictObject({ account: Number64Text, organisation: OrganisationId, roles: Roles });

/** `publicKey`: ed25519 32 bytes; p256 and webauthn-p256 33 bytes, compressed. Counts from `fromHeight`, the next one at the earliest. */
const key = {
  keyId: Number64Text,
  scheme: z.enum(["ed25519", "p256", "webauthn-p256"]),
  publicKey: z.string().regex(/^([0-9a-f]{64}|0[23][0-9a-f]{64})$/),
};
export const RegisterKey = z.strictObject({ ...key, account: Number64Text, fromHeight: Height });
/** The old key counts until `fromHeight`, the new one from there. */
export const RotateKey = z.strictObject({ ...key, oldKeyId: Number64Text, fromHeight: Height });
/** `untilHeight`: first height at which the key no longer counts. */
export const RevokeKey = z.strictObject({ keyId: Number64Text, untilHeight: Height });
export const GrantRoles = z.strictObject({ account: Number64Text, roles: Roles });
export const WithdrawRoles = z.strictObject({ account: Number64Text, roles: Roles });
/** X25519, 32 bytes: files for this account are sealed to it (MONEY 13). */
export const RegisterSealingKey = z.strictObject({ publicKey: z.string().regex(/^[0-9a-f]{64}$/) });

/** Every command of this domain by its verb; its name on the ledger is `identity.<verb>`. */
export const identityCommands = {
  registerOrganisation: RegisterOrganisation,
  registerActor: RegisterActor,
  registerKey: RegisterKey,
  rotateKey: RotateKey,
  revokeKey: RevokeKey,
  grantRoles: GrantRoles,
  withdrawRoles: WithdrawRoles,
  registerSealingKey: RegisterSealingKey,
} as const;
