import type { Fact } from "@mingbai/registry/content/facts/fact";
import { heFamily } from "./he-family.ts";

/** What a department knows of the family whose story is told, on a day: so that its own page has something to answer. */
export function heFamilyFacts(day: string): Fact[] {
  return heFamily.people
    .filter(({ name }) => name === "何远舟")
    .map(({ name, identityNumber }) => ({
      id: "vehicle-he-yuanzhou",
      source: "vehicles",
      kind: "vehicle",
      about: String(identityNumber),
      name: String(name),
      asOf: day,
      values: { vehicle: "van", year: 2014, state: "valid" },
    }));
}
