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
] as const;

export type Role = (typeof roles)[number];

/** Who acts: an account, for which organisation, in which roles. */
export interface ActorRecord {
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** Actors by account number. */
export const actorTable = defineTable<ActorRecord>("ledger.actors");

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
