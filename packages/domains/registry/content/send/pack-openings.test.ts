import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commandBodyBytesMax } from "@mingbai/ledger/transaction/body";
import { describe, expect, it } from "vitest";
import { householdsPerCommandMax, OpenHouseholds } from "../../schema.ts";
import { type Opening, packOpenings } from "./pack-openings.ts";

const number = (at: number): string => at.toString(16).padStart(16, "0");

function opening(at: number, people: number): Opening {
  const first = at * 100 + 1;
  return {
    household: number(first),
    area: "a".repeat(48),
    content: "c1".repeat(32),
    people: Array.from({ length: people }, (_, one) => ({
      subject: number(first + one + 1),
      content: "c1".repeat(32),
    })),
  };
}

describe("openings", () => {
  it.each([1, 4, 60])("of %i people each go into commands that the ledger takes, none left out", (people) => {
    const openings = Array.from({ length: 250 }, (_, at) => opening(at, people));
    const groups = [...packOpenings(openings)];
    expect(groups.flat()).toEqual(openings);
    for (const households of groups) {
      const input = { import: "f".repeat(16), households };
      expect(OpenHouseholds.safeParse(input).success).toBe(true);
      expect(canonicalBytes(input).length).toBeLessThan(commandBodyBytesMax - 512);
    }
    expect(groups[0]?.length).toBeLessThanOrEqual(householdsPerCommandMax);
  });

  it("of nobody make no command", () => {
    expect([...packOpenings([])]).toEqual([]);
  });
});
