import type { Number64 } from "@mingbai/codec/number64";
import { fileWriters } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";
import type { Concerned, Told } from "../events/concerned.ts";
import { type Stage, turns, undecided } from "../stages.ts";
import { type CaseRow, type HouseholdRow, personTable } from "../tables.ts";

type About = Pick<CaseRow, "kind" | "objections">;

/** Whom it concerns that a case came to a stage: whose turn it is, and once it is decided the household. */
export function concernedAt(state: State, home: HouseholdRow, { stage, ...row }: About & { stage: Stage }): Concerned {
  if (!undecided.includes(stage)) return { about: row.kind, accounts: residentsOf(state, home) };
  const isOpen = row.objections.some(({ isAnswered }) => !isAnswered);
  if (stage === "heard" && isOpen) return concernedWriters(home, row);
  const turn = turns[stage];
  if (turn === undefined) return { about: row.kind, accounts: residentsOf(state, home) };
  const accounts = turn.orResponsible === true ? responsibleOf(home) : [];
  return { about: row.kind, accounts, office: officeOf(home, turn.roles) };
}

/** Whom an objection concerns: who keeps the file and answers. */
export function concernedWriters(home: HouseholdRow, { kind: about }: Pick<CaseRow, "kind">): Concerned {
  return { about, ...fileKeepers(home) };
}

/** Who looks after a household: who answers for it, and who writes files of its area for the organisation that keeps it. */
export function fileKeepers(home: HouseholdRow): Told {
  return { accounts: responsibleOf(home), office: officeOf(home, fileWriters) };
}

function officeOf({ keeper, area }: HouseholdRow, roles: readonly Role[]) {
  return { organisation: keeper, area, roles: [...roles] };
}

function responsibleOf({ responsible }: HouseholdRow): Number64[] {
  return responsible === undefined ? [] : [responsible];
}

function residentsOf(state: State, { people }: HouseholdRow): Number64[] {
  return people.flatMap((person) => state.table(personTable).find(person)?.account ?? []);
}
