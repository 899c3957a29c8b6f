import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FileScene } from "../testing/test-file-tables.ts";
import { people } from "../testing/test-scene.ts";

const { grid } = people;
const count = 60;
const odd = 'a "quoted"\\ {text},\twith\nNUL \u0000, \\u0000 and 𠮷';
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());

const numbers = Array.from({ length: count }, (_, at) => 0x1000 + at * 0x10);

/** The first part of a household and of who lives there alone. */
function parts(scene: FileScene, number: number) {
  const household = accountOf(number);
  const subject = accountOf(number + 1);
  const values = { number: `YL-${number}`, address: odd, reliefKinds: ["01", odd], monitored: "1" };
  const sets = (all: object) => Object.fromEntries(Object.entries(all).map(([field, to]) => [field, { to }]));
  const content = scene.keep(grid, household, { sets: sets(values) });
  const head = { subject, content: scene.keep(grid, subject, { sets: sets({ name: odd, relation: "01" }) }) };
  return { household, area: "hill", content, people: [head] };
}

/** What stands in the tables, without when it came. */
async function rowsOf(scene: FileScene): Promise<unknown[]> {
  await scene.project();
  const rows =
    await tables.query(`select to_jsonb(home) - 'opened_ms' - 'changed_ms' as home, to_jsonb(person) as person,
      to_jsonb(part) - array['seq', 'time_ms', 'id', 'commitment'] as part
    from registry.household home join registry.person person using (household) join registry.part part using (household)
    order by home.household, part.subject`);
  const tally = await tables.query("select to_jsonb(tally) as tally from registry.tally tally");
  return [...rows, ...tally];
}

describe("files that many begin at once", () => {
  it("have the rows that they have one after the other, whatever their texts hold", async () => {
    const alone = new FileScene(tables);
    for (const number of numbers) alone.does(grid, "openHouseholds", { households: [parts(alone, number)] });
    const one = await rowsOf(alone);
    const together = new FileScene(tables);
    together.does(grid, "openHouseholds", { households: numbers.map((number) => parts(together, number)) });
    const all = await rowsOf(together);
    expect(all).toHaveLength(2 * count + 1);
    expect(all).toEqual(one);
    expect(all[0]).toMatchObject({ home: { address: odd.replace("\u0000", ""), file: { fields: { number: {} } } } });
  });
});
