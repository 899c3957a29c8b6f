import type { Number64 } from "@mingbai/codec/number64";
import type { Role } from "@mingbai/ledger/authority/role";
import { defineTable } from "@mingbai/ledger/state/table";
import type { AreaLevel } from "./schema.ts";

/** An organisation of the alliance. */
export interface OrganisationRow {
  readonly name: { readonly en: string; readonly zh: string };
  /** Where it acts; absent: nobody has said. */
  readonly area?: string;
  /** Accounts that hold `administrator` in their own name, now or later; once there is one, only they register its people. */
  readonly administrators: readonly Number64[];
  /** What they may give; absent: every role, as to those who founded the ledger. */
  readonly roles?: readonly Role[];
}

/** Organisations by id. */
export const organisationTable = defineTable<OrganisationRow>("identity.organisations");

/** A district, a street of one, or a village of one. */
export interface AreaRow {
  readonly level: AreaLevel;
  readonly name: { readonly en: string; readonly zh: string };
  /** The area of the level above; districts have none. */
  readonly parent?: string;
}

/** Areas by id. */
export const areaTable = defineTable<AreaRow>("identity.areas");

/** A lost key that is to be replaced, from the proposal until it is done, stopped or forgotten. */
export interface RecoveryRow {
  readonly key: { readonly keyId: Number64; readonly scheme: number; readonly publicKey: string };
  /** Who proposed it, and for which organisation. */
  readonly proposedBy: Number64;
  readonly organisation: string;
  readonly proposedMs: number;
  /** When the new key takes over; absent until an administrator of another organisation approved. */
  readonly effectMs?: number;
}

/** Recoveries under way, by account. */
export const recoveryTable = defineTable<RecoveryRow>("identity.recoveries");

/** The keys of an account, by account, but for those that had ended when the latest was registered: what a recovery ends. */
export const accountKeysTable = defineTable<{ readonly keys: readonly Number64[] }>("identity.accountKeys");

export interface SealingKeyRow {
  /** X25519, 32 bytes, hexadecimal. */
  readonly publicKey: string;
  readonly fromHeight: number;
}

/** The sealing key in force, by account. */
export const sealingKeyTable = defineTable<SealingKeyRow>("identity.sealingKeys");

/** Passkeys that their owner added with a key of another kind, until an administrator has seen them; by key. */
export const unconfirmedKeyTable = defineTable<{ readonly account: Number64 }>("identity.unconfirmedKeys");

/** When the latest recovery of an account took effect, by account. */
export const recoveredTable = defineTable<{ readonly timeMs: number }>("identity.recovered");

/** Minor units that one signature may approve without a passkey: `before` up to `fromMs`, `amount` from there. Absent: any. */
export interface ApprovalLimitRow {
  readonly amount?: number;
  readonly fromMs: number;
  readonly before?: number;
}

/** Limits that organisations have set, by organisation. */
export const approvalLimitTable = defineTable<ApprovalLimitRow>("identity.approvalLimits");
