import { accountOf, dayMs, hex, type Person } from "@mingbai/identity/testing/test-ledger";
import { expect, it } from "vitest";
import { caseStages } from "./test-case-stages.ts";
import { change, hill, keptScene, lake, people, ridge, startMs, type TestScene, testStatement } from "./test-scene.ts";

const { grid, grid2, clerk, leader, bureau, citizen } = people;
export const [head, wife] = [accountOf(0x101), accountOf(0x102)] as const;
export const [alone, laker] = [accountOf(0x111), accountOf(0x201)] as const;
export const nobody = accountOf(0xfff);
export const asked = {
  household: hill.household,
  purpose: "review",
  classes: ["money"],
  untilMs: startMs + 30 * dayMs,
};
export const given = { household: hill.household, organisation: "bureau" };
export const erasure = accountOf(0x77);
export const laterErasure = accountOf(0x79);
export const erasing = { erasure, ground: "ownWish", subjects: [wife] };
export const acknowledging = { erasure, statement: testStatement(erasure, "street", [wife]) };
/** A leader who writes files besides: only the rule of two keeps the two apart. */
export const leaderWhoWrites: Person = { ...grid2, roles: ["gridWorker", "leader"] };

/** Where the file of the hill stands; each stage begins where three households are kept. */
const stages = {
  kept: () => undefined,
  closed: (scene) => scene.must(clerk, "closeHousehold", { household: hill.household, because: "left" }),
  merged: (scene) => scene.must(grid, "mergeHouseholds", { from: hill.household, to: ridge.household }),
  worked: (scene) => scene.must(grid, "recordChanges", { changes: [change(alone, 1)] }),
  ended: (scene) => scene.must(grid, "endPerson", { person: wife, because: "death", base: 1, content: hex("c3") }),
  asked: (scene) => scene.must(bureau, "requestAccess", asked),
  given: (scene) => {
    stages.asked(scene);
    scene.must(citizen, "grantAccess", given);
  },
  wished: (scene) => scene.must(citizen, "requestErasure", erasing),
  ownWish: (scene) => scene.must(leaderWhoWrites, "requestErasure", erasing),
  erased: (scene) => {
    stages.wished(scene);
    scene.must(leader, "decideErasure", { erasure, approve: true });
  },
  declined: (scene) => {
    stages.wished(scene);
    scene.must(leader, "decideErasure", { erasure, approve: false });
  },
  erasedMeanwhile: (scene) => {
    scene.must(grid, "requestErasure", { ...erasing, erasure: laterErasure });
    stages.erased(scene);
  },
  acknowledged: (scene) => {
    stages.erased(scene);
    scene.must(people.operator, "acknowledgeErasure", acknowledging);
  },
  ...caseStages,
} satisfies { readonly [stage: string]: (scene: TestScene) => void };

export type Row = readonly [code: string, stage: keyof typeof stages, who: Person, input: object];

/** One test a row: the command is refused for this reason, and the files stay as they were. */
export function refuses(verb: string, rows: readonly Row[]): void {
  it.each(rows.map(([code, stage, who, input], at) => ({ code, stage, who, input, at })))(
    "$code where $stage ($at)",
    ({ code, stage, who, input }) => {
      const scene = keptScene();
      stages[stage](scene);
      const before = filesOf(scene);
      expect(scene.run(who, verb, input)).toBe(code);
      expect(filesOf(scene)).toBe(before);
    },
  );
}

function filesOf(scene: TestScene): string {
  return JSON.stringify([hill, ridge, lake].map(({ household }) => scene.household(household)));
}
