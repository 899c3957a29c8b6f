import { deepCount } from "@mingbai/testkit/deep";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bindings, type CompiledRule, compileRule, type RuleText } from "./compile-rule.ts";
import { isRuleFault } from "./fault.ts";
import { textUnitsMax } from "./limits.ts";
import type { RuleType } from "./rule-type.ts";
import { bools, scenes, sceneVariables } from "./testing/random-rules.ts";

const seed = runSeed();

function getRule(given: RuleText): CompiledRule {
  const rule = compileRule(given);
  if (isRuleFault(rule)) throw new Error(`${rule.fault} at ${rule.at}: ${rule.en}`);
  return rule;
}

/** What a rule gives that does nothing but read `x`. */
function reading(type: RuleType, x: unknown) {
  const text = typeof type === "string" ? "x == x" : "list" in type ? "x.size() >= 0" : "x.y == x.y";
  return getRule({ text, variables: { x: type } }).evaluate({ x });
}

describe("a value from outside", () => {
  const ints: RuleType = { list: "int", itemsMax: 2 };
  const record: RuleType = { fields: { y: "int" } };

  it.each<[string, RuleType, unknown[]]>([
    ["int", "int", [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "1", 1n, true, [], {}, () => 1]],
    ["bool", "bool", [0, 1, "true", [], {}]],
    ["string", "string", [1, true, ["a"], {}]],
    ["day", "day", ["", "2026-02-29", "2026-1-1", "2026-01-01T00:00", "２０２６-01-01", 20260101, "1582-12-31", {}]],
    ["list", ints, [1, "12", {}, { length: 2 }, new Set([1])]],
    ["record", record, [1, "y", [], [1], () => 1]],
  ])("that is no %s is a fault", (_, type, values) => {
    for (const value of values) expect(reading(type, value)).toMatchObject({ fault: "WRONG_VALUE", name: "x" });
    for (const value of [undefined, null]) expect(reading(type, value)).toMatchObject({ fault: "MISSING", name: "x" });
  });

  it("that is longer than declared is a fault, and one as long is not", () => {
    expect(reading(ints, [1, 2])).toStrictEqual({ value: true });
    expect(reading(ints, [1, 2, 3])).toMatchObject({ fault: "TOO_LARGE", name: "x" });
    expect(reading("string", "青".repeat(textUnitsMax))).toStrictEqual({ value: true });
    expect(reading("string", "青".repeat(textUnitsMax + 1))).toMatchObject({ fault: "TOO_LARGE" });
    const twice = getRule({ text: "(x + x).size() > 0", variables: { x: "string" } });
    expect(twice.evaluate({ x: "a".repeat(textUnitsMax / 2 + 1) })).toMatchObject({ fault: "TOO_LARGE", name: "" });
  });

  it("is judged in lists too, where it is read", () => {
    const sum = getRule({ text: "sum(x)", variables: { x: ints }, gives: "int" });
    expect(sum.evaluate({ x: [1, "2"] })).toMatchObject({ fault: "WRONG_VALUE", name: "x[]" });
    expect(sum.evaluate({ x: [1, null] })).toMatchObject({ fault: "MISSING", name: "x[]" });
    expect(sum.evaluate({ x: [Number.MAX_SAFE_INTEGER, 1] })).toMatchObject({ fault: "OVERFLOW" });
    const any = getRule({ text: "x.exists(y, true) && 2 in x", variables: { x: ints } });
    expect(any.evaluate({ x: ["1", 2] })).toStrictEqual({ value: true });
  });

  it("never is minus zero", () => {
    const same = getRule({ text: "x", variables: { x: "int" }, gives: "int" });
    expect(same.evaluate({ x: -0 })).toStrictEqual({ value: 0 });
    for (const text of ["x * -1", "-x", "x / -5", "x % -5", "-5 % 5", "-3 / 5"]) {
      expect(getRule({ text, variables: { x: "int" }, gives: "int" }).evaluate({ x: 0 })).toStrictEqual({ value: 0 });
    }
  });

  it.each(naughtyStrings.map((text) => text.slice(0, textUnitsMax / 3)))("is a text like another: %j", (x) => {
    const joined = getRule({ text: "x + '|' + x", variables: { x: "string" }, gives: "string" });
    expect(joined.evaluate({ x })).toStrictEqual({ value: `${x}|${x}` });
    const rule = getRule({ text: "x == x && x.contains(x) && !(x < x)", variables: { x: "string" } });
    expect(rule.evaluate({ x })).toStrictEqual({ value: true });
    expect(reading("day", x)).toMatchObject({ fault: "WRONG_VALUE" });
  });
});

describe("whole numbers", () => {
  it(`are computed exactly, or not at all (seed ${seed})`, () => {
    const variables = { a: "int", b: "int" } as const;
    const rules = ["+", "-", "*", "/", "%"].map((sign) => getRule({ text: `a ${sign} b`, variables, gives: "int" }));
    const exact = (a: bigint, b: bigint) => [
      a + b,
      a - b,
      a * b,
      b === 0n ? undefined : a / b,
      b === 0n ? undefined : a % b,
    ];
    const int = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(int, int, (a, b) => {
        const wanted = exact(BigInt(a), BigInt(b)).map((result) => {
          if (result === undefined) return "DIVIDED_BY_ZERO";
          return Number.isSafeInteger(Number(result)) ? Number(result) : "OVERFLOW";
        });
        const given = rules.map((rule) => {
          const outcome = rule.evaluate({ a, b });
          return isRuleFault(outcome) ? outcome.fault : outcome.value;
        });
        expect(given).toStrictEqual(wanted);
      }),
      { seed, numRuns: deepCount(1_000, 50_000) },
    );
  });
});

describe("evaluating", () => {
  it(`needs nothing but what the rule says it reads (seed ${seed})`, () => {
    fc.assert(
      fc.property(bools(3), scenes, (text, scene) => {
        const rule = getRule({ text, variables: sceneVariables });
        const needed = only(scene, "", new Set(rule.reads)) as Bindings;
        expect(rule.evaluate(needed)).toStrictEqual(rule.evaluate(scene));
      }),
      { seed, numRuns: deepCount(500, 20_000) },
    );
  });

  it(`gives the same again, from values in another order, that nothing may change (seed ${seed})`, () => {
    fc.assert(
      fc.property(bools(3), scenes, (text, scene) => {
        const rule = getRule({ text, variables: sceneVariables });
        const first = rule.evaluate(scene);
        expect(rule.evaluate(frozen(reversed(scene)) as Bindings)).toStrictEqual(first);
        expect(getRule({ text, variables: sceneVariables }).evaluate(scene)).toStrictEqual(first);
      }),
      { seed, numRuns: deepCount(500, 20_000) },
    );
  });

  it(`reads no more often than its steps allow (seed ${seed})`, () => {
    fc.assert(
      fc.property(bools(3), scenes, (text, scene) => {
        const rule = getRule({ text, variables: sceneVariables });
        const count = { reads: 0 };
        rule.evaluate(counted(scene, count) as Bindings);
        expect(count.reads).toBeLessThanOrEqual(rule.steps);
      }),
      { seed, numRuns: deepCount(500, 20_000) },
    );
  });
});

/** What is left of a value where only these paths are known. */
function only(value: unknown, path: string, reads: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => only(item, `${path}[]`, reads));
  if (typeof value !== "object" || value === null) return value;
  const pathOf = (name: string) => (path === "" ? name : `${path}.${name}`);
  const known = Object.entries(value).filter(([name]) => reads.has(pathOf(name)));
  return Object.fromEntries(known.map(([name, field]) => [name, only(field, pathOf(name), reads)]));
}

/** The same value with the fields of its records in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
}

function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The same value, that counts how often a field or an item of it is read. */
function counted(value: unknown, count: { reads: number }): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => {
      const isOwn = typeof name === "string" && name !== "length" && Object.hasOwn(target, name);
      if (isOwn) count.reads++;
      return counted(Reflect.get(target, name), count);
    },
  });
}
