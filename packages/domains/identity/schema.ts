/** What the commands of identity take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";

/** One can be on leave from an office, be stood in for, and hand it over. */
export { isOffice } from "@mingbai/ledger/authority/role";

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
const TimeMs = z.int().min(1);

/** Levels of areas, each the parent of the next (GLOSSARY: jurisdiction). */
export const areaLevels = ["district", "street", "village"] as const;
export type AreaLevel = (typeof areaLevels)[number];
export const areasPerCommandMax = 1_000;
/** A term of office may begin this far ahead. */
export const termAheadMsMax = 366 * 24 * 60 * 60 * 1_000;
/** How long someone may be away, or stand in for another, by one act. */
export const absenceMsMax = 366 * 24 * 60 * 60 * 1_000;
/** Grants that one account has or will have, and leaves. */
export const grantsMax = 64;
export const leavesMax = 16;

/** A code of GB/T 2260 with the statistical digits behind it, or any other short name. */
export const AreaId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/);
/** Block time in ms: from now where `fromMs` is absent, without end where `untilMs` is. `untilMs` is the first moment outside. */
const term = { fromMs: TimeMs.optional(), untilMs: TimeMs.optional() };

/** Names of organisations are public; those of people stand in vaults only (MONEY 19). */
export const RegisterOrganisation = z.strictObject({
  organisation: OrganisationId,
  name: z.strictObject({ en: PublicName, zh: PublicName }),
  area: AreaId.optional(),
});
/** Where one's own organisation acts. */
export const PlaceOrganisation = z.strictObject({ area: AreaId });
/** Areas, parents before their parts. */
export const CreateAreas = z.strictObject({
  areas: z
    .array(
      z.strictObject({
        area: AreaId,
        level: z.enum(areaLevels),
        name: z.strictObject({ en: PublicName, zh: PublicName }),
        parent: AreaId.optional(),
      }),
    )
    .min(1)
    .max(areasPerCommandMax),
});
/** `area`: a part of the organisation's own; absent: all of it. */
export const RegisterActor = z.strictObject({
  account: Number64Text,
  organisation: OrganisationId,
  roles: Roles,
  area: AreaId.optional(),
  ...term,
});

export const personNameCharsMax = 100;
export const contactCharsMax = 100;
/** Of what a person calls a device. */
export const keyNameCharsMax = 40;
/** What vaults keep of a person once it was changed, under its commitment as every content is. */
export const PersonDetails = z.strictObject({
  kind: z.literal("personDetails"),
  name: z.string().trim().min(1).max(personNameCharsMax),
  /** Telephone, room, address of an office; empty where none is kept. */
  contact: z.string().trim().max(contactCharsMax),
});
export type PersonDetails = z.infer<typeof PersonDetails>;
/** `details`: commitment to what vaults keep of the person from now on (`PersonDetails`). */
export const DescribePerson = z.strictObject({ account: Number64Text, details: z.string().regex(/^[0-9a-f]{64}$/) });

/** `publicKey`: ed25519 32 bytes; p256 and webauthn-p256 33 bytes, compressed. Counts from `fromHeight`, the next one at the earliest. */
const key = {
  keyId: Number64Text,
  scheme: z.enum(["ed25519", "p256", "webauthn-p256"]),
  publicKey: z.string().regex(/^([0-9a-f]{64}|0[23][0-9a-f]{64})$/),
};
/** What a person's page gives to the administrator who registers the key. */
export const KeySlip = z.strictObject(key);
export type KeySlip = z.infer<typeof KeySlip>;
export const RegisterKey = z.strictObject({ ...key, account: Number64Text, fromHeight: Height });
/** The old key counts until `fromHeight`, the new one from there. */
export const RotateKey = z.strictObject({ ...key, oldKeyId: Number64Text, fromHeight: Height });
/** `untilHeight`: first height at which the key no longer counts. */
export const RevokeKey = z.strictObject({ keyId: Number64Text, untilHeight: Height });
/** Between the second administrator's approval and the new key: time for the owner to say no (MONEY 14). */
export const recoveryWaitMs = 72 * 60 * 60 * 1_000;
/** A proposal that nobody approves is forgotten after this long. */
export const recoveryOpenMsMax = 30 * 24 * 60 * 60 * 1_000;
/** A new key for someone who lost theirs; all their old ones end with it. */
export const ProposeRecovery = z.strictObject({ ...key, account: Number64Text });
/** `keyId`: the new key that the second administrator was shown by its owner. */
export const ApproveRecovery = z.strictObject({ account: Number64Text, keyId: Number64Text });
export const StopRecovery = z.strictObject({ account: Number64Text });
/** After a recovery took effect the owner approves nothing above the limit for this long (MONEY 14). */
export const recoveryCautionMs = 7 * 24 * 60 * 60 * 1_000;
/** A colleague of the owner has seen the passkey: from now on it signs above the limit, too. */
export const ConfirmKey = z.strictObject({ keyId: Number64Text });
/** Limit of an organisation that has set none, minor units: 100,000.00. Demo and retold ledgers have none (ADR 17). */
export const approvalLimitNormally = 10_000_000;
/** A higher limit, or none, counts after this long: time for others to see what one administrator does. */
export const approvalLimitWaitMs = 72 * 60 * 60 * 1_000;
export const GrantRoles = z.strictObject({ account: Number64Text, roles: Roles, area: AreaId.optional(), ...term });
/** Everywhere, or only in `area`; those held in one's own name, or as deputy of `deputyOf`. */
export const WithdrawRoles = z.strictObject({
  account: Number64Text,
  roles: Roles,
  area: AreaId.optional(),
  deputyOf: Number64Text.optional(),
});
/** `account` has these roles of `deputyOf` within the term, whenever the other is away. */
export const AppointDeputy = z.strictObject({
  account: Number64Text,
  deputyOf: Number64Text,
  roles: Roles,
  fromMs: TimeMs.optional(),
  untilMs: TimeMs,
});
/** `account` is away: their offices rest, and deputies step in. */
export const TakeLeave = z.strictObject({ account: Number64Text, fromMs: TimeMs.optional(), untilMs: TimeMs });
/** Ends the leave in hand, or takes back the next one. */
export const ReturnFromLeave = z.strictObject({ account: Number64Text });
/** Roles go from `account` to another at one moment, with their areas and ends. */
export const HandOver = z.strictObject({
  account: Number64Text,
  to: Number64Text,
  roles: Roles,
  atMs: TimeMs.optional(),
});
/** X25519, 32 bytes: files for this account are sealed to it (MONEY 13). */
export const RegisterSealingKey = z.strictObject({ publicKey: z.string().regex(/^[0-9a-f]{64}$/) });

/** Every command of this domain by its verb; its name on the ledger is `identity.<verb>`. */
export const identityCommands = {
  registerOrganisation: RegisterOrganisation,
  placeOrganisation: PlaceOrganisation,
  createAreas: CreateAreas,
  registerActor: RegisterActor,
  describePerson: DescribePerson,
  registerKey: RegisterKey,
  rotateKey: RotateKey,
  revokeKey: RevokeKey,
  proposeRecovery: ProposeRecovery,
  approveRecovery: ApproveRecovery,
  stopRecovery: StopRecovery,
  grantRoles: GrantRoles,
  withdrawRoles: WithdrawRoles,
  appointDeputy: AppointDeputy,
  takeLeave: TakeLeave,
  returnFromLeave: ReturnFromLeave,
  handOver: HandOver,
  registerSealingKey: RegisterSealingKey,
  confirmKey: ConfirmKey,
} as const;
