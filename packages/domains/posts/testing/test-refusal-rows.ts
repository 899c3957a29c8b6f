import type { Person } from "@mingbai/identity/testing/test-ledger";
import { expect, it } from "vitest";
import { forgettingStatement } from "../content/forgetting-statement.ts";
import { described, given, people, post, subject, type TestScene, testScene } from "./test-scene.ts";

const { leader, grid, operator } = people;
/** What the street's node says, on this scene's ledger. */
export const acknowledging = {
  subject,
  statement: forgettingStatement(new Uint8Array(32), { subject, organisation: "street" }),
};

/** Where a grid worker's post stands. */
const stages = {
  empty: () => undefined,
  given: (scene) => scene.must(leader, "givePost", given),
  described: (scene) => {
    stages.given(scene);
    scene.must(grid, "describeHelper", described);
  },
  ended: (scene) => {
    stages.described(scene);
    scene.must(leader, "endPost", { post });
  },
  forgotten: (scene) => {
    stages.ended(scene);
    scene.must(grid, "forgetHelper", { account: grid.account });
  },
  acknowledged: (scene) => {
    stages.forgotten(scene);
    scene.must(operator, "acknowledgeForgetting", acknowledging);
  },
} satisfies { readonly [stage: string]: (scene: TestScene) => void };

export type Row = readonly [code: string, stage: keyof typeof stages, who: Person, input: object];

/** One test a row: what becomes of the command where the post stands so. */
export function answers(verb: string, rows: readonly Row[]): void {
  it.each(rows.map(([code, stage, who, input], at) => ({ code, stage, who, input, at })))(
    "$code where $stage ($at)",
    ({ code, stage, who, input }) => {
      const scene = testScene();
      stages[stage](scene);
      expect(scene.run(who, verb, input)).toBe(code);
    },
  );
}
