import type { Fact, FactKind, Source } from "../../facts/fact.ts";
import { indexFacts } from "../../facts/fact-index.ts";
import type { Values } from "../../file/value.ts";
import { countyForm } from "../../form/county/county-form.ts";
import { compareHousehold } from "../compare-household.ts";
import { compileRules, type ReadyRules } from "../compile-rules.ts";
import { countyContradictions } from "../county/county-rules.ts";
import { type ComparedFile, indexHouseholds } from "../household-index.ts";
import type { ContradictionRules } from "../rule-set.ts";
import type { Settlement } from "../settlement.ts";
import type { Verdict } from "../verdict.ts";

export const day = "2026-10-31";

/** Invented: region 3399 is nowhere. */
export const head = "339901196003072219";
export const wife = "339901196205120026";

export function readyRules(set: ContradictionRules = countyContradictions): ReadyRules {
  const ready = compileRules(set, countyForm);
  if ("fault" in ready) throw new Error(`${ready.rule}.${ready.part}: ${ready.en}`);
  return ready;
}

export const rules = readyRules();

/** A household of two on help; what is given is said besides. */
export function fileOf({
  h = {},
  p = {},
  household = "H1",
}: {
  h?: Values;
  p?: Values;
  household?: string;
} = {}): ComparedFile {
  return {
    household,
    values: { monitored: "1", incomeTo: "2026-09-30", ...h },
    people: [
      { values: { name: "甲", relation: "01", identityNumber: head, ...p } },
      { values: { name: "乙", relation: "10", identityNumber: wife } },
    ],
  };
}

export function fileOnNoHelp(): ComparedFile {
  return { ...fileOf(), values: { incomeTo: "2026-09-30" } };
}

/** The wife's file says something too. */
export function withWife(values: Values, h: Values = {}): ComparedFile {
  const file = fileOf({ h });
  const people = file.people.map((one, at) => (at === 1 ? { values: { ...one.values, ...values } } : one));
  return { ...file, people };
}

const usual: Partial<Record<FactKind, Source>> = {
  death: "householdRegister",
  company: "businessRegister",
  vehicle: "vehicles",
  house: "estate",
  publicSalary: "payroll",
  deposit: "bank",
  wage: "tax",
  medicalBill: "medicalInsurance",
  insurance: "socialSecurity",
  registeredElsewhere: "registryElsewhere",
  farmland: "agriculture",
  helpGiven: "help",
};

/** A line about the head, as the department that knows such things has it. */
export function fact(kind: FactKind, values: Values, rest: Partial<Fact> = {}): Fact {
  const source = usual[kind] ?? "survey";
  return {
    id: `${kind}-${JSON.stringify(values)}`.slice(0, 64),
    source,
    kind,
    about: head,
    name: "甲",
    asOf: day,
    values,
    ...rest,
  };
}

export interface Given {
  readonly file?: ComparedFile;
  readonly facts?: readonly Fact[];
  readonly others?: readonly ComparedFile[];
  readonly settled?: readonly Settlement[];
  readonly with?: ReadyRules;
}

export function verdictOf({
  file = fileOf(),
  facts = [],
  others = [],
  settled = [],
  with: chosen = rules,
}: Given): Verdict {
  const index = indexHouseholds([file, ...others]);
  return compareHousehold({ rules: chosen, file, facts: indexFacts(facts), index, day, settled });
}
