import type { Number64 } from "@mingbai/codec/number64";
import { defineTable } from "../state/table.ts";

/** What a person or organisation may be (FEATURES I5, GLOSSARY). */
export const roles = [
  "administrator",
  "intakeClerk",
  "caseHandler",
  "operator",
  "supervisor",
  "reviewer",
  "approver",
  "dispatcher",
  "gridWorker",
  "leader",
  "appraisalAdmin",
  "analyst",
  "projectManager",
  "financeSupervisor",
  "escrowBank",
  "regulator",
  "auditor",
  "supplier",
  "individual",
  "donor",
  "importer",
  "nodeOperator",
] as const;

export type Role = (typeof roles)[number];

/**
 * What a person is outside any office. Leave does not touch these: who is away from the office still owns what is
 * theirs.
 */
export const personalRoles = ["supplier", "individual", "donor"] as const satisfies readonly Role[];

/** True where the role is held for an office, and so rests during leave. */
export function isOffice(role: Role): boolean {
  return !personalRoles.some((personal) => personal === role);
}

/** A role that an account holds: for a term by block time, in an area, by itself or in the place of another. */
export type RoleGrant = {
  readonly role: Role;
  /** A part of the organisation's own area; absent: all of it. */
  readonly area?: string;
  /** First moment at which it counts. */
  readonly fromMs: number;
  /** First moment at which it no longer counts; absent: no end is set. */
  readonly untilMs?: number;
  /** Whose role it is, while they are away; absent: the account's own. */
  readonly deputyOf?: Number64;
};

/** From `fromMs` up to and without `untilMs` the account does nothing in its offices. */
export interface Leave {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** An account on the ledger. What has ended may be missing: the log keeps it. */
export interface ActorRow {
  readonly organisation: string;
  readonly grants: readonly RoleGrant[];
  readonly leaves?: readonly Leave[];
}

/** Accounts of people by number. What roles they have at a moment, `rolesInForce` says. */
export const actorTable = defineTable<ActorRow>("ledger.actors");

/** Who acts for which organisation, in the roles in force at the moment in hand. */
export interface ActorRecord {
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** The one who signed, as commands see it. */
export interface Actor extends ActorRecord {
  readonly account: Number64;
  readonly keyId: Number64;
}

/** One way to be allowed. A command lists all of its own; what is not listed is refused. */
export interface Allowance {
  readonly role: Role;
}

export function role(name: Role): Allowance {
  return { role: name };
}

export function isAllowed(actor: ActorRecord, allow: readonly Allowance[]): boolean {
  return allow.some((allowance) => actor.roles.includes(allowance.role));
}
