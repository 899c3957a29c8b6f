import { type CelInput, CelScalar, celEnv, celFunc, isCelError, listType, parse, plan } from "@bufbuild/cel";
import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRule } from "./compile-rule.ts";
import { ageAt } from "./days/age-at.ts";
import { daysBetween } from "./days/days-between.ts";
import { yearOf } from "./days/year-of.ts";
import { isRuleFault } from "./fault.ts";
import { bools, scenes, sceneVariables } from "./testing/random-rules.ts";

const seed = runSeed();
const { STRING, INT } = CelScalar;

/** The library's own evaluator with our functions, since only CEL's own have a meaning to be held to. */
const env = celEnv({
  funcs: [
    celFunc("ageAt", [STRING, STRING], INT, (birth, day) => BigInt(ageAt(birth, day))),
    celFunc("daysBetween", [STRING, STRING], INT, (a, b) => BigInt(daysBetween(a, b))),
    celFunc("yearOf", [STRING], INT, (day) => BigInt(yearOf(day))),
    celFunc("sum", [listType(INT)], INT, (list) =>
      [...list].reduce<bigint>((sum, item) => sum + BigInt(Number(item)), 0n),
    ),
  ],
});

function toCel(value: unknown): CelInput {
  if (typeof value === "number") return BigInt(value);
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== "object" || value === null) return value as boolean | string;
  return new Map(Object.entries(value).map(([name, field]) => [name, toCel(field)]));
}

function byLibrary(text: string, scene: object): unknown {
  const bindings = Object.entries(scene).map(([name, value]) => [name, toCel(value)]);
  const result: unknown = plan(env, parse(text))(Object.fromEntries(bindings));
  return isCelError(result) ? "a fault" : result;
}

function byRules(text: string, scene: Record<string, unknown>): unknown {
  const rule = compileRule({ text, variables: sceneVariables });
  if (isRuleFault(rule)) throw new Error(`${text}: ${rule.fault} at ${rule.at}: ${rule.en}`);
  const outcome = rule.evaluate(scene);
  return isRuleFault(outcome) ? "a fault" : outcome.value;
}

describe("rules beside the library's evaluator", () => {
  it(`give what CEL gives, and a fault where CEL has an error (seed ${seed})`, () => {
    fc.assert(
      fc.property(bools(3), scenes, (text, scene) => {
        expect(byRules(text, scene)).toStrictEqual(byLibrary(text, scene));
      }),
      { seed, numRuns: deepCount(3_000, 100_000) },
    );
  });

  it(`draws rules of every outcome (seed ${seed})`, () => {
    const drawn = fc.sample(fc.tuple(bools(3), scenes), { seed, numRuns: 500 });
    const outcomes = new Set(drawn.map(([text, scene]) => byRules(text, scene)));
    expect(outcomes).toStrictEqual(new Set([true, false, "a fault"]));
  });
});
