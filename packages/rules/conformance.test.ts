import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";
import type { SerializedIncrementalTestSuite } from "@bufbuild/cel-spec/testdata/tests.js";
import { describe, expect, it } from "vitest";
import { compileRule, type RuleValue } from "./compile-rule.ts";
import { isRuleFault } from "./fault.ts";
import type { ScalarType } from "./rule-type.ts";

/** One of the tests that CEL's definition comes with, as far as they are written here. No `value` means `true`. */
interface Original {
  readonly expr: string;
  readonly value?: Tagged;
  readonly evalError?: object;
  readonly bindings?: Readonly<Record<string, { readonly value?: Tagged }>>;
}

/** A value under the name of its kind; 64-bit numbers are texts. */
type Tagged = Readonly<Record<string, unknown>>;

const scalars: Readonly<Record<string, ScalarType>> = { int64Value: "int", stringValue: "string", boolValue: "bool" };

/** The value if it is one of ours, or undefined. */
function findScalar(tagged: Tagged | undefined): { type: ScalarType; value: RuleValue } | undefined {
  const [kind = "", value] = Object.entries(tagged ?? {})[0] ?? [];
  const type = scalars[kind];
  if (type === undefined) return undefined;
  return { type, value: type === "int" ? Number(value) : (value as RuleValue) };
}

function allOf(suite: SerializedIncrementalTestSuite): Original[] {
  const own = (suite.tests ?? []).map((one) => one.original as Original);
  return [...own, ...(suite.suites ?? []).flatMap(allOf)];
}

/** What a test comes to here: undefined where it is about more than the subset. */
function findOutcome({ expr, value, evalError, bindings = {} }: Original) {
  const given = Object.entries(bindings).map(([name, one]) => [name, findScalar(one.value)] as const);
  const known = given.flatMap(([name, one]) => (one === undefined ? [] : [{ name, ...one }]));
  const wanted = evalError === undefined ? findScalar(value ?? { boolValue: true }) : undefined;
  const gives: readonly ScalarType[] = wanted === undefined ? ["bool", "int", "string"] : [wanted.type];
  if (known.length < given.length || (wanted === undefined && evalError === undefined)) return undefined;
  const variables = Object.fromEntries(known.map(({ name, type }) => [name, type]));
  const rules = gives.map((type) => compileRule({ text: expr, variables, gives: type }));
  const rule = rules.find((one) => !isRuleFault(one));
  if (rule === undefined || isRuleFault(rule)) return undefined;
  const outcome = rule.evaluate(Object.fromEntries(known.map((one) => [one.name, one.value])));
  return { expr, wanted: wanted?.value ?? "a fault", given: isRuleFault(outcome) ? "a fault" : outcome.value };
}

describe("the tests that CEL's definition comes with", () => {
  const outcomes = allOf(tests).flatMap((test) => findOutcome(test) ?? []);

  it("are passed where they are within the subset", () => {
    expect(outcomes.filter(({ wanted, given }) => wanted !== given)).toStrictEqual([]);
  });

  it("are within the subset often enough to tell", () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(280);
  });
});
