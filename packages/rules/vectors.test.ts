import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Bindings, compileRule, type RuleValue } from "./compile-rule.ts";
import { isRuleFault } from "./fault.ts";
import { rulesLanguageVersion } from "./limits.ts";
import type { ScalarType, Variables } from "./rule-type.ts";

interface Vectors {
  version: number;
  variables: Variables;
  bindings: Bindings;
  accepted: { text: string; gives: ScalarType }[];
  refused: { text: string; fault: string }[];
  evaluated: { text: string; gives: ScalarType; value?: RuleValue; fault?: string; name?: string }[];
}

const file = new URL("vectors/version-1.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;
const { variables, bindings } = vectors;

describe("the vectors of version 1", () => {
  it("are for the version that this is", () => {
    expect(vectors.version).toBe(rulesLanguageVersion);
  });

  it.each(vectors.accepted)("accepts $text", ({ text, gives }) => {
    expect(compileRule({ text, variables, gives })).toMatchObject({ text, gives, version: vectors.version });
  });

  it.each(vectors.refused)("refuses $text as $fault", ({ text, fault }) => {
    const answer = compileRule({ text, variables });
    expect(answer).toMatchObject({ fault });
    if (!isRuleFault(answer)) return;
    expect(answer.at).toBeGreaterThanOrEqual(0);
    expect(answer.at).toBeLessThanOrEqual(text.length);
    expect(answer.en).toMatch(/\.$/);
    expect(answer.zh).toMatch(/。$/);
  });

  it.each(vectors.evaluated)("evaluates $text", ({ text, gives, ...wanted }) => {
    const rule = compileRule({ text, variables, gives });
    if (isRuleFault(rule)) throw new Error(`${rule.fault} at ${rule.at}: ${rule.en}`);
    const outcome = rule.evaluate(bindings);
    if (wanted.fault === undefined) expect(outcome).toStrictEqual({ value: wanted.value });
    else expect(outcome).toMatchObject(wanted);
  });
});
