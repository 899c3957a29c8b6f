import type { Refusal } from "@mingbai/ledger/refusal";
import { ruleSet } from "../events/rule-set.ts";
import { ruleOf } from "../reads.ts";
import { refuse } from "../refusals.ts";
import type { Change } from "../schema.ts";
import type { Plan } from "./plan.ts";

type RuleChange = Extract<Change, { kind: "rule" }>;

/** Changes whose rule knows an organisation without naming one: the one that the change is about. */
const concernsOne: readonly string[] = ["member", "ownParameter", "roleScope"];

/** How something is voted on from now on. The rule for this itself stands for ever: all members. */
export function rulePlan({ of, rule }: RuleChange): Plan {
  return {
    rule: "rule",
    findRefusal: () => findRuleRefusal({ of, rule }),
    before: (state) => ({ rule: ruleOf(state, of) }),
    events: () => [ruleSet({ of, rule })],
  };
}

function findRuleRefusal({ of, rule: { level, threshold } }: Pick<RuleChange, "of" | "rule">): Refusal | undefined {
  const isStrong = level.kind === "members" && (threshold.kind === "all" || threshold.kind === "overTwoThirds");
  if (of === "roster" && !isStrong) return refuse("RULE_TOO_WEAK");
  const isNowhere = level.kind === "role" && level.organisation === undefined && !concernsOne.includes(of);
  return isNowhere ? refuse("RULE_NOWHERE") : undefined;
}
