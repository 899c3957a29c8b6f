import { people, street } from "@mingbai/treasury/testing/test-scene";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { MatterScene, readerOf } from "../testing/test-matter-tables.ts";
import { publicMatterFields, type publicMattersView } from "../views/public-matter.ts";
import { publicMatters } from "./public-matters.ts";

const { manager, streetManager, supplier, citizen } = people;
type Result = z.output<typeof publicMattersView.result>;

let scene: MatterScene;
let paidBy = "";

beforeAll(async () => {
  scene = await MatterScene.start();
  const lift = scene.submit(supplier, { payee: supplier.account, amount: 700, title: "电梯尾款" });
  const help = scene.submit(citizen, { payee: citizen.account, amount: 50, title: "临时救助：苏晚晴" });
  scene.submit(streetManager, { payee: street, amount: 9_000, title: "道路进度款" });
  scene.does(manager, "returnMatter", lift, "缺合同");
  scene.does(manager, "passMatter", help);
  paidBy = scene.pays(help);
  await scene.project(() => 3);
});
afterAll(() => scene.tables.stop());

const nobody = { account: undefined, organisation: undefined, roles: [] };
const ask = async (params: z.input<typeof publicMattersView.params> = {}) =>
  (await scene.tables.ask(publicMatters, params, nobody)) as Result;

describe("what all see of matters", () => {
  it("is exactly the list of fields, for nobody in particular as for a party", async () => {
    const { rows } = await ask();
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(Object.keys(publicMatterFields).sort());
    expect(await scene.tables.ask(publicMatters, {}, readerOf(citizen))).toEqual(await ask());
  });

  it("has no title, word, name of an applicant, account or file", async () => {
    const text = JSON.stringify(await ask());
    expect(text).not.toMatch(/电梯|救助|道路|苏|合同|晨光/);
    for (const { account } of [supplier, citizen, streetManager]) expect(text).not.toContain(account);
  });

  it("names the transactions that anyone can check", async () => {
    const [paid] = (await ask({ stage: "disbursed" })).rows;
    expect(paid).toMatchObject({ paidBy, transaction: paidBy, amountMinor: 50, unit: { zh: "bureau局" } });
  });

  it.each([
    [{}, 3, 9_750],
    [{ stage: "returned" as const }, 1, 700],
    [{ unit: "bureau" }, 3, 9_750],
    [{ unit: "bureau", stage: "submitted" as const }, 1, 9_000],
    [{ unit: "inspection" }, 0, 0],
    [{ fund: 99 }, 0, 0],
  ])("adds up for %j", async (params, count, sumMinor) => {
    const found = await ask(params);
    expect(found).toMatchObject({ count, sumMinor });
    expect(found.rows).toHaveLength(count);
    expect(found.units.map(({ id }) => id)).toEqual(["bureau"]);
    expect(found.funds).toHaveLength(1);
  });

  it("comes the newest first, page by page", async () => {
    const { rows } = await ask();
    const first = await ask({ limit: 2 });
    const rest = await ask({ limit: 2, cursor: first.next ?? "" });
    expect([...first.rows, ...rest.rows]).toEqual(rows);
    expect(rest.next).toBeNull();
  });
});
