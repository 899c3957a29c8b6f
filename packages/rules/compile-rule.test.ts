import { deepCount } from "@mingbai/testkit/deep";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRule } from "./compile-rule.ts";
import { isRuleFault } from "./fault.ts";
import { listItemsMax, namesMax, nestingMax, nodesMax, ruleUnitsMax, stepsMax, typeLevelsMax } from "./limits.ts";
import type { RuleType, Variables } from "./rule-type.ts";

const seed = runSeed();
const variables: Variables = { p: "bool", n: "int", xs: { list: "int", itemsMax: listItemsMax } };

function nested(levels: number): RuleType {
  return levels === 0 ? "int" : { fields: { x: nested(levels - 1) } };
}

describe("a rule's limits", () => {
  const filled = (units: number) => `'${"x".repeat(units - 7)}'=='' `.slice(0, units);
  const chain = (terms: number) => Array.from({ length: terms }, () => "p").join(" || ");

  it.each([
    ["text", filled(ruleUnitsMax), filled(ruleUnitsMax + 1), "TEXT_TOO_LONG"],
    ["brackets", `${"(".repeat(nestingMax)}p${")".repeat(nestingMax)}`, `${"(".repeat(nestingMax + 1)}p`, "TOO_DEEP"],
    ["levels", `0${"+n".repeat(nestingMax - 2)}==0`, `0${"+n".repeat(nestingMax)}==0`, "TOO_DEEP"],
    ["nodes", chain(nodesMax / 2), chain(nodesMax / 2 + 1), "TOO_MANY_NODES"],
    ["steps", "xs.all(x, x > 0)", "xs.all(x, xs.all(y, x > y))", "TOO_COSTLY"],
  ])("hold for its %s", (_, within, beyond, fault) => {
    expect(compileRule({ text: within, variables })).toHaveProperty("steps");
    expect(compileRule({ text: beyond, variables })).toMatchObject({ fault });
  });

  it("are not reached by texts that the parser would go deep for", () => {
    for (const part of ["p?p:", "!", "-", "p.", "xs[", "xs.all(x,", "[", "p&&(", "n in ", "{p:"]) {
      const text = part.repeat(Math.floor(ruleUnitsMax / part.length));
      expect(isRuleFault(compileRule({ text, variables }))).toBe(true);
    }
  });
});

describe("a rule's variables", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, "int" as const]));

  const inherited: Variables = Object.fromEntries([["toString", "string" as const]]);

  it.each<[string, Variables]>([
    ["a name with a hyphen", { "house-hold": "int" }],
    ["a name in Chinese", { 户: "int" }],
    ["a name that begins with a digit", { "1st": "int" }],
    ["no name", { "": "int" }],
    ["a type that is none", JSON.parse('{ "x": "double" }')],
    ["a word of the grammar", { in: "int" }],
    ["a name that every object has", inherited],
    ["such a name in a field", { h: { fields: inherited } }],
    ["a list of no length", { xs: { list: "int", itemsMax: 0 } }],
    ["a list of half a length", { xs: { list: "int", itemsMax: 1.5 } }],
    ["a list that is too long", { xs: { list: "int", itemsMax: listItemsMax + 1 } }],
    ["too many levels", { h: nested(typeLevelsMax) }],
    ["too many names", many(namesMax + 1)],
  ])("are refused with %s", (_, given) => {
    expect(compileRule({ text: "true", variables: given })).toMatchObject({ fault: "DECLARATION", at: 0 });
  });

  it("are taken up to the limits", () => {
    const given = { ...many(namesMax - typeLevelsMax), h: nested(typeLevelsMax - 1) };
    expect(compileRule({ text: "true", variables: given })).toHaveProperty("steps");
  });
});

describe("what a rule says of itself", () => {
  it("names each field that it reads, once and in order", () => {
    const home: RuleType = { fields: { rooms: "int", village: "string" } };
    const people: RuleType = { list: { fields: { born: "day", home } }, itemsMax: 9 };
    const text = "people.filter(x, has(x.born))[0].home.rooms > n && people.all(x, x.home.rooms > 0)";
    const rule = compileRule({ text, variables: { people, n: "int" } });
    expect(rule).toMatchObject({ reads: ["people", "people[].born", "people[].home", "people[].home.rooms", "n"] });
  });

  it("counts its steps for the longest lists", () => {
    const steps = (text: string) =>
      compileRule({ text, variables: { ...variables, ys: { list: "int", itemsMax: 3 } } });
    expect(steps("p")).toMatchObject({ steps: 1 });
    expect(steps("p && n > 1")).toMatchObject({ steps: 5 });
    expect(steps("ys.all(y, y > 1)")).toMatchObject({ steps: 1 + 3 * (1 + 3) + 1 });
    expect(steps("xs.all(y, y > 1)")).toMatchObject({ steps: 1 + listItemsMax * (1 + 3) + 1 });
  });

  it.each([
    ["p && who", 5, "who"],
    ["'😀青' == s", 9, "s"],
    ["p &&\n  n + 'a' > 1", 9, ""],
    ["p && (n >", 2, "&& (n >"],
  ])("points at what is wrong in %s", (text, at, name) => {
    const answer = compileRule({ text, variables });
    expect(answer).toMatchObject({ at, name });
  });
});

describe("texts that are no rules", () => {
  it.each(naughtyStrings)("give a fault or a rule for %j, and throw nothing", (text) => {
    expect(compileRule({ text, variables })).toBeTypeOf("object");
    expect(compileRule({ text: "true", variables: { [text]: "int" } })).toBeTypeOf("object");
    expect(compileRule({ text: `n == '${text}'`, variables })).toHaveProperty("fault");
  });

  it(`give a fault or a rule for any text, and throw nothing (seed ${seed})`, () => {
    const tokens =
      "( ) [ ] { } . , : ? ! - + && || == < in p n xs f( xs.all(x, 1 0x 1. 1e5 ' \" ''' r' b' \\ \\u \\U00110000 true has( ` 😀 \ud800";
    const token = fc.constantFrom(...tokens.split(" "), " ", "\n", "\0");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token, { maxLength: 60 }).map((some) => some.join("")),
          fc.string(),
        ),
        (text) => {
          const answer = compileRule({ text, variables });
          if (!isRuleFault(answer)) expect(answer.steps).toBeLessThanOrEqual(stepsMax);
          else expect(answer.at).toBeLessThanOrEqual(text.length);
        },
      ),
      { seed, numRuns: deepCount(2_000, 100_000) },
    );
  });
});
