import { describe, expect, it } from "vitest";
import type { ContradictionRule } from "../rule-set.ts";
import { type Given, verdictOf } from "./test-scene.ts";

/** What a rule finds, what only looks like it, and what is not known well enough to find anything. */
interface Row {
  readonly hits: { readonly [what: string]: Given };
  readonly decoys: { readonly [what: string]: Given };
  readonly unknown: { readonly [what: string]: Given };
}

/** Each rule of a file has its row; what is given is judged by all the county's rules. */
export function testRules(
  about: string,
  rules: readonly ContradictionRule[],
  rows: { readonly [rule: string]: Row },
): void {
  const cases = Object.entries(rows).flatMap(([rule, { hits, decoys, unknown }]) => [
    ...Object.entries(hits).map(([what, given]) => ({ rule, what, given, times: 1 })),
    ...Object.entries({ ...decoys, ...unknown }).map(([what, given]) => ({ rule, what, given, times: 0 })),
  ]);

  describe(`rules about ${about}`, () => {
    it.each(cases)("$rule: $what, $times", ({ rule, given, times }) => {
      const { reasons, unjudged } = verdictOf(given);
      expect(unjudged).toEqual([]);
      const found = reasons.filter((reason) => reason.rule === rule);
      expect(found).toHaveLength(times);
      for (const { words } of found) {
        expect(words.en).toMatch(/^[^{}]*\.$/);
        expect(words.zh).toMatch(/^[^{}]*[^。{}]$/);
      }
    });

    it("have a row each", () => {
      expect(Object.keys(rows)).toEqual(rules.map(({ id }) => id));
    });
  });
}
