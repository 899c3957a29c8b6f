import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Rule, RuleKey } from "../schema/rules.ts";
import { ruleTable } from "../tables.ts";

/** What is proposed from now on is voted on so; what is open already keeps the rule that it began with. */
export const ruleSet = defineEvent<{ of: RuleKey; rule: Rule }>("governance.ruleSet", (state, { of, rule }) =>
  state.table(ruleTable).set(of, rule),
);
