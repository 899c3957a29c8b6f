import { payments } from "@mingbai/treasury/queries/payments";
import { people, street } from "@mingbai/treasury/testing/test-scene";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MatterScene, readerOf } from "../testing/test-matter-tables.ts";

const { manager, allRound, streetManager, supplier, citizen } = people;
const secret = "金丝雀 6c1f";

let scene: MatterScene;
beforeAll(async () => {
  scene = await MatterScene.start();
});
afterAll(() => scene.tables.stop());

/** How many rows of a table hold the sealed words in any column. */
async function countSecret(table: string): Promise<number> {
  const rows = await scene.tables.query(`select to_json(one)::text as one from ${table} one`);
  return rows.filter(({ one }) => String(one).includes(secret)).length;
}

describe("a commitment that somebody copies from the ledger", () => {
  it("shows nothing in a matter of their own of what its giver wrote, not even when that is paid", async () => {
    const content = scene.keep(citizen, {
      kind: "application",
      title: secret,
      proposal: secret,
      invoices: [],
      files: [],
    });
    scene.name(citizen, { payee: citizen.account, amount: 50, content });
    const copied = scene.name(supplier, { payee: supplier.account, amount: 70, content });
    scene.does(manager, "passMatter", copied);
    scene.pays(copied);
    for (const group of [1, 99]) {
      await scene.project(() => group);
      expect([await countSecret("workflow.version"), await countSecret("workflow.matter")]).toEqual([1, 1]);
      const list = await scene.tables.ask(payments, {}, readerOf(supplier));
      expect(list).toMatchObject({ rows: [{ amountMinor: 70, purpose: "" }] });
    }
  });

  it("shows nothing as words beside an act of their own", async () => {
    const words = scene.keep(manager, { kind: "words", message: secret, reasons: [] });
    const road = () => scene.submit(streetManager, { payee: street, amount: 9_000, title: "道路" });
    scene.does(manager, "returnMatter", { ...road(), words });
    scene.does(allRound, "forwardMatter", { ...road(), to: "inspection", words });
    await scene.project();
    expect(await countSecret("workflow.step")).toBe(1);
  });
});
