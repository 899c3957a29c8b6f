/**
 * What may be asked about organisations and people. Asked as `GET /api/queries/<name>?…`. Browser-safe. Times are ms
 * since 1970-01-01T00:00:00Z. Names of people come in full to whoever is signed in for an office, masked to others, and
 * empty where this node's vault has none.
 */
import { roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";
import { areaLevels } from "./schema.ts";

export const peoplePageRowsMax = 200;
export const areasShownMax = 2_000;
export const actsShownMax = 200;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Account = z.string().regex(/^[0-9a-f]{16}$/);
const TimeMs = z.int().nonnegative();
const Count = z.int().nonnegative();
const Both = z.object({ en: z.string(), zh: z.string() });
const ReadAt = z.object({ height: Count, timeMs: TimeMs });
export const RoleName = z.enum(roles);
export type RoleName = z.infer<typeof RoleName>;

/** A person by account and name. */
export const PersonName = z.object({ account: Account, name: z.string() });
export type PersonName = z.infer<typeof PersonName>;
export const AreaName = z.object({ id: z.string(), name: Both });
export const OrganisationOf = z.object({ id: z.string(), name: Both });

/**
 * inForce: counts now. standby: a deputy whose principal is there. resting: of someone on leave. toCome, ended: by its
 * term, or because it was withdrawn or handed over.
 */
export const standings = ["inForce", "standby", "resting", "toCome", "ended"] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

export const HeldRole = z.object({
  role: RoleName,
  /** Null: all of the organisation's area. */
  area: AreaName.nullable(),
  fromMs: TimeMs,
  /** First moment at which it no longer counts; null: no end is set. */
  untilMs: TimeMs.nullable(),
  /** Whose role it is, while they are away. */
  deputyOf: PersonName.nullable(),
  standing: Standing,
  /** What ended it before its time. */
  ended: z.enum(["withdrawn", "handedOver"]).nullable(),
});
export type HeldRole = z.infer<typeof HeldRole>;

export const LeaveView = z.object({ fromMs: TimeMs, untilMs: TimeMs, isNow: z.boolean() });
export type LeaveView = z.infer<typeof LeaveView>;

const Level = z.enum(areaLevels);
export const AreaRow = z.object({ id: z.string(), level: Level, parent: z.string().nullable(), name: Both });
export type AreaRow = z.infer<typeof AreaRow>;

export const areasView = {
  name: "identity.areas",
  /** Everything in one area and itself; all areas unless given. In the order of ids, at most `areasShownMax`. */
  params: z.object({ within: z.string().optional() }),
  result: z.object({ rows: z.array(AreaRow), readAt: ReadAt }),
} as const;

export const OrganisationRow = z.object({
  id: z.string(),
  name: Both,
  area: AreaName.nullable(),
  people: Count,
  /** Who administers its people now. */
  administrators: z.array(PersonName),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

export const organisationsView = {
  name: "identity.organisations",
  params: z.object({}),
  result: z.object({ rows: z.array(OrganisationRow), readAt: ReadAt }),
} as const;

export const PersonRow = PersonName.extend({
  /** In force now or to come. */
  roles: z.array(HeldRole),
  /** The leave in hand or the next one. */
  leave: LeaveView.nullable(),
  /** Who stands in for them in the term in hand. */
  deputies: z.array(PersonName),
  /** Signing keys that count now. */
  keys: Count,
});
export type PersonRow = z.infer<typeof PersonRow>;

export const peopleView = {
  name: "identity.people",
  params: z.object({
    organisation: z.string(),
    /** Only who holds this role within its term, away or not, or as a deputy. */
    role: RoleName.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(peoplePageRowsMax).default(peoplePageRowsMax),
  }),
  result: z.object({
    organisation: OrganisationOf.extend({ area: AreaName.nullable() }),
    rows: z.array(PersonRow),
    total: Count,
    next: z.string().nullable(),
    readAt: ReadAt,
  }),
} as const;

export const KeyView = z.object({
  keyId: Account,
  /** What its owner calls the device, for them and for administrators of their organisation; empty to others. */
  name: z.string(),
  scheme: z.enum(["ed25519", "p256", "webauthn-p256"]),
  publicKey: z.string(),
  fromHeight: Count,
  untilHeight: Count.nullable(),
  standing: z.enum(["inForce", "toCome", "ended"]),
  /** False of a passkey that its owner added with a key of another kind, until an administrator has seen it. */
  confirmed: z.boolean(),
  /** When it last signed something that stands in the log, block time; null: never. */
  usedMs: TimeMs.nullable(),
});
export type KeyView = z.infer<typeof KeyView>;

/** One act on a person. `by` is null for what the ledger began with. */
export const PersonAct = z.object({
  kind: z.enum([
    "actorRegistered",
    "personDescribed",
    "rolesGranted",
    "rolesWithdrawn",
    "rolesHandedOver",
    "deputyAppointed",
    "leaveTaken",
    "leaveEnded",
    "keyRegistered",
    "keyRevoked",
    "keyConfirmed",
    "recoveryProposed",
    "recoveryApproved",
    "recoveryDone",
    "recoveryStopped",
    "recoveryLapsed",
  ]),
  person: PersonName,
  by: PersonName.nullable(),
  /** Who is stood in for, or who takes over. */
  other: PersonName.nullable(),
  roles: z.array(RoleName),
  area: AreaName.nullable(),
  fromMs: TimeMs.nullable(),
  untilMs: TimeMs.nullable(),
  keyId: Account.nullable(),
  at: z.object({ transaction: Hash.nullable(), height: Count, timeMs: TimeMs }),
});
export type PersonAct = z.infer<typeof PersonAct>;

export const Deputy = PersonName.extend({
  role: RoleName,
  fromMs: TimeMs,
  untilMs: TimeMs.nullable(),
  standing: Standing,
});
export type Deputy = z.infer<typeof Deputy>;

/** A lost key that is to be replaced. */
export const Recovery = z.object({
  keyId: Account,
  by: PersonName,
  /** Whose administrator proposed it; another's has to approve it. */
  organisation: z.string(),
  proposedMs: TimeMs,
  /** When the new key takes over; null until it is approved. */
  effectMs: TimeMs.nullable(),
});
export type Recovery = z.infer<typeof Recovery>;

export const personView = {
  name: "identity.person",
  params: z.object({ account: Account }),
  result: PersonName.extend({
    organisation: OrganisationOf.extend({ area: AreaName.nullable() }),
    /** Telephone or room, to whoever sees the name in full; empty where none is kept. */
    contact: z.string(),
    registeredMs: TimeMs,
    /** Those that have ended, too; the newest first. */
    roles: z.array(HeldRole),
    leaves: z.array(LeaveView),
    keys: z.array(KeyView),
    deputies: z.array(Deputy),
    recovery: Recovery.nullable(),
    /** Until when nothing above the limit is approved with this account, after a recovery; null: as usual. */
    cautionUntilMs: TimeMs.nullable(),
    /** The newest first, at most `actsShownMax`. */
    acts: z.array(PersonAct),
    readAt: ReadAt,
  }),
} as const;

/** Minor units; null: any amount. */
const Limit = Count.nullable();
/** What one signature may approve without a passkey. `next`: what is set already and counts later. */
export const ApprovalLimit = z.object({
  amount: Limit,
  next: z.object({ amount: Limit, fromMs: TimeMs }).nullable(),
});
export type ApprovalLimit = z.infer<typeof ApprovalLimit>;

/** What the person signed in may approve, and who of their organisation could do what they may not. */
export const approvalStandingView = {
  name: "identity.approvalStanding",
  params: z.object({}),
  result: ApprovalLimit.extend({
    /** As of a person. */
    cautionUntilMs: TimeMs.nullable(),
    /** Who approves in this organisation and has a passkey that signs above the limit. */
    colleagues: z.array(PersonName),
    readAt: ReadAt,
  }),
} as const;

/**
 * Recoveries under way that concern the person signed in: their own; for the regulator and for administrators all, since
 * any of these may have to act.
 */
export const recoveriesView = {
  name: "identity.recoveries",
  params: z.object({}),
  result: z.object({
    rows: z.array(Recovery.extend({ person: PersonName, of: OrganisationOf })),
    readAt: ReadAt,
  }),
} as const;

/** Spans of time that rules name, in ms. */
export const delayKinds = [
  "recoveryWait",
  "recoveryOpen",
  "recoveryCaution",
  "limitWait",
  "absence",
  "termAhead",
] as const;

export const rulesView = {
  name: "identity.rules",
  params: z.object({}),
  result: z.object({
    /** Nobody holds roles of two groups. */
    groups: z.array(z.object({ group: z.string(), roles: z.array(RoleName) })),
    /** These go with every other. */
    ungrouped: z.array(RoleName),
    /** Refusals that keep one person from doing both halves of an act. */
    fourEyes: z.array(z.object({ code: z.string(), words: Both })),
    /** Who may do what; nobody else may. */
    acts: z.array(z.object({ command: z.string(), title: Both, roles: z.array(RoleName) })),
    /** Above these amounts only passkeys approve; `normal` counts for organisations that have set none. */
    normalLimit: Limit,
    limits: z.array(ApprovalLimit.extend({ organisation: OrganisationOf })),
    delays: z.array(z.object({ kind: z.enum(delayKinds), ms: Count })),
    readAt: ReadAt,
  }),
} as const;

/** Every question of this domain. */
export const identityViews = [
  areasView,
  organisationsView,
  peopleView,
  personView,
  rulesView,
  approvalStandingView,
  recoveriesView,
] as const;
