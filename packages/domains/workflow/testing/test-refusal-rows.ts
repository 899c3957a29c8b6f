import type { Person } from "@mingbai/identity/testing/test-ledger";
import { expect, it } from "vitest";
import { sceneAt } from "./test-scene.ts";

/** At which stage the street's application stands, who does what with it, and the code that must answer. */
export type Row = readonly [code: string, stage: Parameters<typeof sceneAt>[0], who: Person, input: object];

/** One test a row: the command is refused for this reason, and the matter stays as it was. */
export function refuses(verb: string, rows: readonly Row[]): void {
  for (const [index, [code, stage, who, input]] of rows.entries()) {
    it(`${verb}: ${code}, and nothing changes (row ${index})`, () => {
      const scene = sceneAt(stage);
      const before = scene.row();
      expect(scene.run(who, verb, input)).toBe(code);
      expect(scene.row()).toEqual(before);
    });
  }
}
