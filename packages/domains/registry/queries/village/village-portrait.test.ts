import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people } from "../../testing/test-scene.ts";
import { readingMsMax } from "../../views/household.ts";
import type { villagePortraitView } from "../../views/village.ts";
import { comparisonTables } from "../comparison/comparison-tables.ts";
import { villagePortrait } from "./village-portrait.ts";

type Portrait = z.output<typeof villagePortraitView.result>;

const { grid, regulator, auditor, bureau } = people;
const [one, other] = [accountOf(0x100), accountOf(0x200)];
const village = "339901105201";
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  for (const household of [one, other])
    scene.opens(grid, household, { values: { village, monitored: "1" }, people: [{ relation: "01", name: "何树生" }] });
});

async function asks(who: Person): Promise<Portrait> {
  await scene.project();
  for (const statement of comparisonTables) await tables.query(statement);
  return (await scene.ask(villagePortrait, { village }, who)) as Portrait;
}
const looksAt = (who: Person, purpose: string, ...households: readonly string[]) =>
  scene.does(who, "openFiles", { purpose, households });

describe("who is behind a number of a village", () => {
  it("is told to the office that keeps the files", async () => {
    const { office } = await asks(grid);
    expect(office?.monitored).toEqual([{ id: "1", at: [0, 1] }]);
    await expect(asks(bureau)).rejects.toMatchObject({ code: "VILLAGE_UNKNOWN" });
  });

  it.each([
    ["supervises", regulator, "supervision"],
    ["audits", auditor, "audit"],
  ])(
    "is told to who %s once they have opened all its files, and for as long as that is good",
    async (_, who, purpose) => {
      const before = await asks(who);
      expect([before.office, before.cells.length, before.outside.households]).toEqual([null, 2, "HIDDEN"]);
      looksAt(who, purpose, one);
      expect((await asks(who)).office).toBeNull();
      looksAt(who, purpose, one, other);
      expect((await asks(who)).office?.monitored).toEqual([{ id: "1", at: [0, 1] }]);
      expect((await asks(who === regulator ? auditor : regulator)).office).toBeNull();
      scene.waits(scene.scene.timeMs + readingMsMax);
      expect((await asks(who)).office).toBeNull();
    },
  );
});
