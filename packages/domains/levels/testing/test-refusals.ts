import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { expect } from "vitest";
import type { LevelLedger, Person } from "./test-ledger.ts";
import { carry, office, people } from "./test-scene.ts";

const { administrator, citizen, finance } = people;

export interface Scene {
  readonly city: LevelLedger;
  readonly county: LevelLedger;
}
/** `verb`: of this domain, or another one's whole name. */
export type Attempt = readonly [at: LevelLedger, who: Person, verb: string, input: CanonicalObject];
/** Which command refuses, by which reason, after what. */
export type RefusalRow = readonly [of: string, code: string, what: string, attempt: (scene: Scene) => Promise<Attempt>];

export const strangerId = "ab".repeat(32);

/** Another history of a ledger from here on, a few acts further. */
export function diverged(ledger: LevelLedger, acts = 3): LevelLedger {
  const twin = ledger.fork();
  for (let act = 0; act < acts; act++)
    twin.run(finance, "treasury.createFund", { fund: 40 + act, code: `T-${act}`, office });
  return twin;
}

/** The county shows two histories, and the city sees it. */
export async function freeze(city: LevelLedger, county: LevelLedger): Promise<void> {
  const twin = diverged(county);
  county.run(administrator, "levels.stateTotals", {});
  await carry(county, city);
  const { size } = county.hashes;
  const input = { ledger: county.id, note: await twin.note(size), from: size, proof: [] };
  expect(city.run(citizen, "levels.postCheckpoint", input).events.map(({ type }) => type)).toEqual([
    "levels.tieFrozen",
  ]);
}
