import type { TableDefinition } from "@mingbai/ledger/state/table";
import { describe, expect, it } from "vitest";
import { recountLevels } from "../laws/invariants.ts";
import { levelsTables } from "../tables.ts";
import type { LevelLedger } from "./test-ledger.ts";
import { cityAndCounty } from "./test-scene.ts";
import { tieRefusals } from "./test-tie-refusals.ts";
import { transferRefusals } from "./test-transfer-refusals.ts";

export const refusalRows = [...tieRefusals, ...transferRefusals];

/** Tries every row of one command, or of changes of a tie, between a city and its county: the reason that wins, no event, and nothing changed. */
export function describeRefusals(verb: string): void {
  describe(`levels.${verb} refuses`, () => {
    it.each(refusalRows.filter(([of]) => of === verb))("%s: %s, %s", async (_of, code, _what, attempt) => {
      const [at, who, command, input] = await attempt(await cityAndCounty());
      const before = textOf(at);
      const name = command.includes(".") ? command : `levels.${command}`;
      expect(at.run(who, name, input)).toMatchObject({ code, events: [] });
      expect(textOf(at)).toEqual(before);
      recountLevels(at.state);
    });
  });
}

/** Everything that the domain keeps, as text. */
function textOf({ state }: LevelLedger): string[] {
  const tables: readonly TableDefinition<object>[] = levelsTables;
  return tables.map((table) => JSON.stringify(state.table(table).entries()));
}
