import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { Fact, factKinds } from "@mingbai/registry/content/facts/fact";
import { describe, expect, it } from "vitest";
import { householdsMax, householdsMin } from "./lines.ts";
import type { MadeCounty } from "./made-county.ts";
import { makeCounty } from "./make-county.ts";
import { type PlantedKind, plannedCount, plantedKinds } from "./planted/kinds.ts";

const heapBytesMax = 24 * 1024 * 1024;

describe("an invented county", () => {
  it("is the same for the same seed, and another for another", () => {
    const digest = digestOf(makeCounty({ seed: 11, households: 600 }));
    expect(digestOf(makeCounty({ seed: 11, households: 600 }))).toBe(digest);
    expect(digestOf(makeCounty({ seed: 12, households: 600 }))).not.toBe(digest);
  });

  it("makes each household from its place alone", () => {
    const county = makeCounty({ seed: 3, households: 600 });
    const all = [...county.households];
    for (const index of [599, 0, 300, 1]) expect(county.household(index)).toEqual(all[index]);
    expect(new Set(all.map(({ number }) => number)).size).toBe(600);
    expect(new Set(all.map(({ household }) => household)).size).toBe(600);
  });

  it("has as much planted in it as planned", () => {
    const counts = makeCounty({ seed: 5, households: 20_000 }).planted();
    for (const kind of plantedKinds) expect([kind, counts[kind].count]).toEqual([kind, withOthers(kind, 20_000)]);
  });

  it("has 3.5 people a household, and one household in thirty monitored", () => {
    const all = [...makeCounty({ seed: 5, households: 4_000 }).households];
    const people = all.reduce((sum, made) => sum + made.people.length, 0) / all.length;
    expect([people > 3.35, people < 3.65]).toEqual([true, true]);
    const monitored = all.filter(({ values }) => values.monitored !== undefined).length / all.length;
    expect([monitored > 0.028, monitored < 0.042]).toEqual([true, true]);
  });

  it("names of each fault the households and people whose files show it", () => {
    const county = makeCounty({ seed: 9, households: 1_000 });
    const all = new Map([...county.households].map((made) => [made.household, made]));
    for (const [kind, { faults }] of Object.entries(county.planted()))
      for (const fault of faults) {
        const made = fault.households.map((household) => all.get(household));
        expect(made.every((one) => one?.planted.some((planted) => planted.kind === kind))).toBe(true);
        const people = made.flatMap((one) => one?.people.map(({ person }) => person) ?? []);
        expect(people).toEqual(expect.arrayContaining([...fault.people]));
      }
  });

  it("has facts as departments give them, each line once", () => {
    const ids = new Set<string>();
    for (const fact of makeCounty({ seed: 2, households: 600 }).facts()) {
      Fact.parse(fact);
      const known: readonly string[] = factKinds[fact.kind];
      expect(Object.keys(fact.values).every((field) => known.includes(field))).toBe(true);
      expect(ids.has(fact.id)).toBe(false);
      ids.add(fact.id);
    }
  });

  it("holds no more in memory after many households than after a few", () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    let [at, early, late] = [0, 0, 0];
    for (const _ of makeCounty({ seed: 4, households: 20_000 }).households) {
      at++;
      if (at === 1_000) early = held();
      if (at === 20_000) late = held();
    }
    expect(late - early).toBeLessThan(heapBytesMax);
  });

  it.each([householdsMin - 1, householdsMax + 1, 1_000.5])("is not made of %d households", (households) => {
    expect(() => makeCounty({ seed: 1, households })).toThrow(RangeError);
  });
});

function digestOf(county: MadeCounty): string {
  const all = [...county.households, ...county.facts()];
  return toHex(sha256(utf8(JSON.stringify(all))));
}

/** Some kinds are planted with others. */
function withOthers(kind: PlantedKind, households: number): number {
  const own = plannedCount(kind, households);
  if (kind === "deceased") return own + plannedCount("deadStillPaid", households);
  if (kind === "wrongCheckDigit") return own + Math.ceil(plannedCount("countedTwiceNear", households) / 2);
  return own;
}
