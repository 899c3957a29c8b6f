import { describe, expect, it } from "vitest";
import { activeMs, Contention } from "./contention.ts";

function noted(...acts: readonly [organisation: string, atMs: number][]): Contention {
  const contention = new Contention();
  for (const [organisation, atMs] of acts) contention.note(organisation, atMs);
  return contention;
}

describe("contention", () => {
  it.each([
    { name: "before anyone acted", acts: [], atMs: 0, expected: false },
    {
      name: "while one acts alone",
      acts: [
        ["a", 0],
        ["a", 10],
      ],
      atMs: 10,
      expected: false,
    },
    {
      name: "once another has acted",
      acts: [
        ["a", 0],
        ["b", 10],
      ],
      atMs: 10,
      expected: true,
    },
    {
      name: "while the first goes on",
      acts: [
        ["a", 0],
        ["b", 10],
        ["a", 20],
        ["a", 30],
      ],
      atMs: 30,
      expected: true,
    },
    {
      name: "no more when the other has been silent",
      acts: [
        ["b", 0],
        ["a", 1],
        ["a", 999],
      ],
      atMs: activeMs,
      expected: false,
    },
  ] as const)("holds $name: $expected", ({ acts, atMs, expected }) => {
    expect(noted(...acts.map(([who, when]): [string, number] => [who, when])).isContended(atMs)).toBe(expected);
  });
});
