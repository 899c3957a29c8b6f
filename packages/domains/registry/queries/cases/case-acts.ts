import { fileDeciders, fileOffices, fileWriters } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import type { caseCommands } from "../../schema/cases.ts";
import { type Stage, turns, undecided } from "../../stages.ts";
import type { Scope } from "../reader-scope.ts";
import type { FoundCase } from "./case-line.ts";

type Act = `registry.${keyof typeof caseCommands & string}`;

const actsOfTurn: { readonly [stage in Stage]?: Act } = {
  applied: "registry.checkInVillage",
  checked: "registry.reviewCase",
  passed: "registry.openNotice",
  heard: "registry.decideCase",
};

/** What the reader may do with a case now, as the commands judge it. */
export function caseActs(
  { account, organisation, roles }: QueryReader,
  {
    found,
    scope,
    isOwn,
  }: {
    found: Pick<FoundCase, "area" | "responsible" | "stage" | "open_objections" | "entered_by" | "reviewed_by"> & {
      keeper: string;
    };
    scope: Scope;
    /** The reader lives in the household. */
    isOwn: boolean;
  },
): Act[] {
  const { stage } = found;
  const isThere =
    scope.kind === "kept" &&
    found.keeper === organisation &&
    (scope.areas === undefined || scope.areas.includes(found.area));
  const mayAs = (wanted: readonly Role[]): boolean => isThere && wanted.some((role) => roles.includes(role));
  const isResponsible = found.responsible === account && fileWriters.some((role) => roles.includes(role));
  const turn = turns[stage];
  const inTurn = turn !== undefined && (mayAs(turn.roles) || (turn.orResponsible === true && isResponsible));
  const act = inTurn && !hadHand(found, account) ? actsOfTurn[stage] : undefined;
  const mayWrite = mayAs(fileWriters) || isResponsible;
  return [
    ...(act === undefined ? [] : [act]),
    ...(stage === "noticed" && account !== undefined ? (["registry.objectToCase"] as const) : []),
    ...(found.open_objections > 0 && mayAs(fileOffices) ? (["registry.answerObjection"] as const) : []),
    ...(undecided.includes(stage) && (isOwn || mayWrite) ? (["registry.withdrawCase"] as const) : []),
    ...(stage === "observed" && mayAs(fileDeciders) ? (["registry.returnToMonitoring"] as const) : []),
  ];
}

/** Who entered or checked it neither reviews nor decides; who reviewed it does not decide. */
function hadHand(
  { stage, entered_by, reviewed_by }: Pick<FoundCase, "stage" | "entered_by" | "reviewed_by">,
  account = "",
): boolean {
  if (stage !== "checked" && stage !== "heard") return false;
  return entered_by.includes(account) || (stage === "heard" && reviewed_by.includes(account));
}
