import type { ListType, RecordType, RuleType, Variables } from "@mingbai/rules/rule-type";
import { peoplePerHouseholdMax } from "../../schema.ts";
import { factFieldTypes } from "../facts/fact-types.ts";
import type { FormDefinition, SubjectKind } from "../form/definition.ts";
import { ruleRecordOf } from "../form/rule-record.ts";
import type { Parameter } from "./rule-set.ts";

/** Facts of the kinds that one rule looks at, about one subject: a rule that compares each with each stays affordable. */
export const factsOfRuleMax = 60;

/** A fact as rules see it: whom it is about, of which kind and source and day, and what it says. Absent is unknown. */
const factRecord: RecordType = {
  fields: {
    ...factFieldTypes,
    id: "string",
    about: "string",
    kind: "string",
    source: "string",
    asOf: "day",
    monthsOld: "int",
    isOld: "bool",
  },
};
const factList: ListType = { list: factRecord, itemsMax: factsOfRuleMax };

/** What a rule about a kind of subject can name, and in `where` the one fact that it judges. */
export interface RuleVariables {
  readonly when: Variables;
  readonly where: Variables;
}

/**
 * `h` the household's values, `people` those of all its people, `p` those of the person whom the rule is about, `day` the
 * day of the question, `limits` the parameters, `known` the facts of the rule's kinds, `facts` those that `where` holds for.
 */
export function variablesOf(
  { form, parameters }: { form: FormDefinition; parameters: readonly Parameter[] },
  kind: SubjectKind,
): RuleVariables {
  const person = ruleRecordOf(form, "person");
  const shared: Variables = {
    h: ruleRecordOf(form, "household"),
    people: { list: person, itemsMax: peoplePerHouseholdMax },
    day: "day",
    limits: limitsRecord(parameters),
    known: factList,
    ...(kind === "person" && { p: person }),
  };
  return { when: { ...shared, facts: factList }, where: { ...shared, fact: factRecord } };
}

/** A list is as long as it is: whoever publishes a longer one is told if a rule becomes too costly by it. */
function limitsRecord(parameters: readonly Parameter[]): RecordType {
  const types = parameters.map(({ id, value }): [string, RuleType] => [
    id,
    Array.isArray(value) ? { list: "string", itemsMax: Math.max(1, value.length) } : "int",
  ]);
  return { fields: Object.fromEntries(types) };
}
