import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { deciders, writers } from "../../checks/keeping.ts";
import type { caseCommands } from "../../schema/cases.ts";
import { type Stage, turns, undecided } from "../../stages.ts";
import type { CaseStep } from "../../views/cases.ts";
import type { Scope } from "../reader-scope.ts";

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
    steps,
    isOwn,
  }: {
    found: { keeper: string; area: string; responsible: string | null; stage: Stage; open_objections: number };
    scope: Scope;
    steps: readonly Pick<CaseStep, "kind" | "stage" | "by">[];
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
  const isResponsible = found.responsible === account && writers.some((role) => roles.includes(role));
  const turn = turns[stage];
  const inTurn = turn !== undefined && (mayAs(turn.roles) || (turn.orResponsible === true && isResponsible));
  const act = inTurn && !hadHand(steps, { account, stage }) ? actsOfTurn[stage] : undefined;
  const mayWrite = mayAs(writers) || isResponsible;
  return [
    ...(act === undefined ? [] : [act]),
    ...(stage === "noticed" && account !== undefined ? (["registry.objectToCase"] as const) : []),
    ...(found.open_objections > 0 && mayAs([...writers, ...deciders]) ? (["registry.answerObjection"] as const) : []),
    ...(undecided.includes(stage) && (isOwn || mayWrite) ? (["registry.withdrawCase"] as const) : []),
    ...(stage === "observed" && mayAs(deciders) ? (["registry.returnToMonitoring"] as const) : []),
  ];
}

/** Who entered or checked it neither reviews nor decides; who reviewed it does not decide. */
function hadHand(
  steps: readonly Pick<CaseStep, "kind" | "stage" | "by">[],
  { account, stage }: { account: string | undefined; stage: Stage },
): boolean {
  if (stage !== "checked" && stage !== "heard") return false;
  return steps.some((step, at) => {
    if (step.by?.account !== account) return false;
    const isReview =
      step.kind === "moved" && steps.slice(0, at).findLast(({ kind }) => kind === "moved")?.stage === "checked";
    const isEntry = step.kind === "opened" || (step.kind === "moved" && step.stage === "checked");
    return isEntry || (isReview && stage === "heard");
  });
}
