import { fileOffices, fileWriters } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type RawBuilder, sql } from "kysely";
import { type Stage, turns } from "../../stages.ts";
import { isKept, type Scope } from "../reader-scope.ts";

/**
 * Whether it is the reader's turn, of `registry.case found` and `registry.household home`, as the commands judge it: an objection
 * without an answer is for who keeps the file; all else is for the roles of the stage, and not for who had a hand in it.
 */
export function isMyTurn({ account = "", roles }: QueryReader, scope: Scope): RawBuilder<boolean> {
  const may = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  const stages = Object.entries(turns) as [Stage, NonNullable<(typeof turns)[Stage]>][];
  const byOffice = stages.filter(([, turn]) => may(turn.roles)).map(([stage]) => stage);
  const byAnswering = stages.filter(([, turn]) => turn.orResponsible && may(fileWriters)).map(([stage]) => stage);
  const inOffice = scope.kind === "all" ? sql<boolean>`false` : isKept(scope);
  const mayAnswer = may(fileOffices) ? inOffice : sql<boolean>`false`;
  return sql<boolean>`coalesce(case
    when found.open_objections > 0 and found.stage in ('noticed', 'heard') then ${mayAnswer}
    when found.stage in ('checked', 'heard') and ${account} = any(found.entered_by) then false
    when found.stage = 'heard' and ${account} = any(found.reviewed_by) then false
    else (found.stage = any(${byOffice}) and ${inOffice}) or (found.stage = any(${byAnswering}) and home.responsible = ${account}) end, false)`;
}
