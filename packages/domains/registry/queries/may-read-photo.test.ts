import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FileScene, readerOf } from "../testing/test-file-tables.ts";
import { people } from "../testing/test-scene.ts";
import { mayReadPhoto } from "./may-read-photo.ts";

const { grid, clerk, bureau } = people;
const he = accountOf(0x100);
const [old, fresh, others] = ["a1", "b2", "c3"].map((pair) => pair.repeat(32)) as [string, string, string];
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  scene.opens(grid, he, { values: { photos: [old] }, people: [{ relation: "01", name: "何树生" }] });
});

async function may(who: Person, file: string, uploader: Person = grid): Promise<boolean> {
  await scene.project();
  return mayReadPhoto(tables.connections.sql, readerOf(who), { file, uploader: uploader.account });
}

const opens = (who: Person) => scene.does(who, "openFiles", { purpose: "visit", households: [he] });

describe("a photo of a household", () => {
  it("is shown to who has opened the file, and to nobody else", async () => {
    expect(await may(clerk, old)).toBe(false);
    opens(clerk);
    expect(await may(clerk, old)).toBe(true);
    expect(await may(bureau, old)).toBe(false);
    expect(await may(clerk, fresh)).toBe(false);
  });

  it("is not opened by naming a file that somebody else sent", async () => {
    scene.changes(grid, he, 1, { sets: { photos: { from: [old], to: [old, fresh] } } });
    scene.changes(clerk, he, 2, { sets: { photos: { from: [old, fresh], to: [old, fresh, others] } } });
    opens(clerk);
    expect(await may(clerk, fresh)).toBe(true);
    expect(await may(clerk, others, bureau)).toBe(false);
    expect(await may(clerk, others, clerk)).toBe(true);
  });

  it("is shown no more once it is taken out", async () => {
    scene.changes(grid, he, 1, { sets: { photos: { from: [old] } } });
    opens(clerk);
    expect(await may(clerk, old)).toBe(false);
  });
});
