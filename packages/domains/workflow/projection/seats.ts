import type { Role } from "@mingbai/ledger/authority/role";
import { neededFor, partyAt } from "../checks/side.ts";
import { turns } from "../stages.ts";
import type { MatterRow, Party } from "../tables.ts";
import { type MatterRecord, neverMs, type SeatRecord } from "./tables.ts";

/**
 * Whose a seat is: "o:" and an organisation, "a:" and the account of a person who acts for nobody, "*" for those who see
 * every matter, "d:", an account, ":" and one of these for what that account did there.
 */
export const everyKey = "*";

/** Roles that can have a turn, at a matter or in a household file, each a bit. */
const bitRoles: readonly Role[] = [
  "projectManager",
  "financeSupervisor",
  "supplier",
  "individual",
  "gridWorker",
  "intakeClerk",
  "caseHandler",
  "operator",
  "reviewer",
  "approver",
  "leader",
];

export function bitsOf(roles: readonly Role[]): number {
  return bitRoles.reduce((bits, role, index) => (roles.includes(role) ? bits | (1 << index) : bits), 0);
}

/** The key of an organisation's seat, or of a person's who acts for nobody. */
export function keyOf({ account, organisation }: Party): string {
  return organisation === "" ? `a:${account}` : `o:${organisation}`;
}

/** The key of what an account did for a side. */
export function actorKey(account: string, side: string): string {
  return `d:${account}:${side}`;
}

/** The key of the side whose turn it is; undefined at an end. */
export function turnKeyOf(row: MatterRow): string | undefined {
  const turn = turns[row.stage];
  return turn && keyOf(partyAt(row, turn.side));
}

/** The matter as the ledger has it, as far as its table repeats that. */
export function matterRowOf(record: MatterRecord): MatterRow {
  const organisation = record.applicant_organisation;
  return {
    kind: record.kind,
    stage: record.stage,
    version: record.version,
    applicant: { account: record.applicant, organisation },
    receiver: { account: record.payee, organisation },
    addressee: record.addressee,
    holder: record.holder,
    terms: { payee: record.payee, fund: record.fund, amount: record.amount },
    content: record.content,
    enteredBy: record.entered,
    decidedBy: record.decided,
    ...(record.due_ms !== neverMs && { dueMs: record.due_ms }),
    overdue: record.is_overdue,
  };
}

/** A row for each side that sees the matter, and for each account that acted on it for one. */
export function seatsOf(record: MatterRecord): SeatRecord[] {
  const row = matterRowOf(record);
  const turn = turns[record.stage];
  const turnKey = turnKeyOf(row);
  const bits = turn === undefined ? 0 : bitsOf(neededFor(row, turn).roles);
  const organisations = [record.addressee, record.holder, ...record.asked].map((organisation) => `o:${organisation}`);
  const keys = new Set([keyOf(row.applicant), keyOf(row.receiver), ...organisations, everyKey, ...record.actors]);
  const { seq, number, due_ms, stage, fund, is_overdue, amount } = record;
  return [...keys].map((key) => ({
    key,
    seq,
    number,
    due_ms,
    turn: isOf(key, turnKey) ? bits : 0,
    stage,
    fund,
    is_overdue,
    amount,
  }));
}

/** True for the side itself, and for who acted for it. */
function isOf(key: string, side: string | undefined): boolean {
  return side !== undefined && (key === side || (key.startsWith("d:") && key.endsWith(`:${side}`)));
}
