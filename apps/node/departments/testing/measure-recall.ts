import type { Unregistered } from "@mingbai/registry/content/compare/find-unregistered";
import type { VerdictRecord } from "@mingbai/registry/queries/comparison/comparison-tables";
import type pg from "pg";
import type { MadeCounty, PlantedCounts, PlantedFault } from "../../demo/county/made-county.ts";
import { type FoundBy, type FoundKind, foundBy, foundKinds } from "./found-by.ts";

/** How well one kind of planted fault is found. */
export interface KindRecall {
  readonly kind: FoundKind;
  readonly planted: number;
  readonly found: number;
  /** Households (or groups without a file) in which the rule spoke, and in how many something that it is to find was planted. */
  readonly spoke: number;
  readonly right: number;
}

/** What the tables hold after a run with checks, against what was planted in the county. */
export async function measureRecall(client: pg.Client, county: MadeCounty): Promise<KindRecall[]> {
  const verdicts = await client.query<Pick<VerdictRecord, "household" | "rules" | "faults">>(
    "select household, rules, faults from comparison.verdict",
  );
  const unregistered = await client.query<{ found: Unregistered }>("select found from comparison.unregistered");
  const spoken = new Map<string, Set<string>>();
  const note = (name: string, about: string): void => {
    const known = spoken.get(name) ?? new Set();
    spoken.set(name, known.add(about));
  };
  for (const { household, rules, faults } of verdicts.rows) {
    for (const rule of rules) note(nameOf({ rule }), household);
    for (const { fault, values } of faults ?? [])
      note(nameOf({ fault: fault === "RULE" ? String(values.rule) : fault }), household);
  }
  for (const { found } of unregistered.rows)
    note(nameOf("unregistered"), peopleText(found.people.map(({ identityNumber }) => identityNumber)));
  const planted = county.planted();
  return foundKinds.map((kind) => recallOf(kind, planted, spoken.get(nameOf(foundBy[kind])) ?? new Set()));
}

/** A line a kind: how many were planted, found, and rightly so. */
export function recallTable(kinds: readonly KindRecall[]): string {
  const lines = kinds.map(({ kind, planted, found, spoke, right }) => {
    const recall = `${found}/${planted}`.padStart(9);
    return `${kind.padEnd(20)} recall ${recall} ${share(found, planted)}   precision ${`${right}/${spoke}`.padStart(9)} ${share(right, spoke)}`;
  });
  return lines.join("\n");
}

export function share(part: number, whole: number): string {
  return whole === 0 ? "  —  " : (part / whole).toFixed(3);
}

function recallOf(kind: FoundKind, planted: PlantedCounts, spoken: ReadonlySet<string>): KindRecall {
  const name = nameOf(foundBy[kind]);
  const { faults } = planted[kind];
  const alike = foundKinds.filter((other) => nameOf(foundBy[other]) === name);
  const expected = new Set(alike.flatMap((other) => planted[other].faults.flatMap(placesOf)));
  return {
    kind,
    planted: faults.length,
    // Of two households with one fault the second one was altered.
    found: faults.filter((fault) =>
      placesOf(fault)
        .slice(-1)
        .some((place) => spoken.has(place)),
    ).length,
    spoke: spoken.size,
    right: [...spoken].filter((place) => expected.has(place)).length,
  };
}

function placesOf({ households, about }: PlantedFault): readonly string[] {
  return households.length > 0 ? households : [peopleText(about)];
}

function peopleText(numbers: readonly string[]): string {
  return numbers.toSorted().join(" ");
}

function nameOf(by: FoundBy): string {
  if (by === "unregistered") return by;
  return "rule" in by ? `rule ${by.rule}` : `fault ${by.fault}`;
}
