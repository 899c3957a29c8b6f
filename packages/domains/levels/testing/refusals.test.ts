import type { TableDefinition } from "@mingbai/ledger/state/table";
import { describe, expect, it } from "vitest";
import { recountLevels } from "../laws/invariants.ts";
import { levelsRefusals } from "../refusals.ts";
import { levelsTables } from "../tables.ts";
import type { LevelLedger } from "./test-ledger.ts";
import { cityAndCounty } from "./test-scene.ts";
import { tieRefusals } from "./test-tie-refusals.ts";
import { transferRefusals } from "./test-transfer-refusals.ts";

const rows = [...tieRefusals, ...transferRefusals];

/** Everything that the domain keeps, as text. */
function textOf({ state }: LevelLedger): string[] {
  const tables: readonly TableDefinition<object>[] = levelsTables;
  return tables.map((table) => JSON.stringify(state.table(table).entries()));
}

describe("levels refuse", () => {
  it.each(rows)("%s: %s", async (code, _, attempt) => {
    const scene = await cityAndCounty();
    const [at, who, verb, input] = await attempt(scene);
    const before = textOf(at);
    const answer = at.run(who, `levels.${verb}`, input);
    expect(answer).toMatchObject({ code, events: [] });
    expect(textOf(at)).toEqual(before);
    recountLevels(at.state);
  });

  it("has a row in this table for each of its reasons but those of full tables and lapsed decisions", () => {
    const bounds = [
      "TIES_FULL",
      "DECISIONS_FULL",
      "UNDER_WAY_FULL",
      "DECISION_LAPSED",
      "DECISION_APPROVED",
      "TRANSFER_OF_OTHER",
    ];
    const tried = new Set([...rows.map(([code]) => code), ...bounds]);
    expect(Object.keys(levelsRefusals).filter((code) => !tried.has(code))).toEqual([]);
  });
});
