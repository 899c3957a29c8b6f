import { people, street } from "@mingbai/treasury/testing/test-scene";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { MatterScene, readerOf } from "../testing/test-matter-tables.ts";
import { type noticeCountView, type noticesView, noticeUnreadMs } from "../views.ts";
import { findTold } from "./find-told.ts";
import { noticeCount, notices } from "./notices.ts";

const { manager, finance, regulator, streetManager, streetFinance, supplier, citizen, inspector } = people;

let scene: MatterScene;

beforeAll(async () => {
  scene = await MatterScene.start();
  const lift = scene.submit(supplier, { payee: supplier.account, amount: 700, title: "电梯尾款" });
  const help = scene.submit(citizen, { payee: citizen.account, amount: 50, title: "临时救助：苏晚晴" });
  const road = scene.submit(streetManager, { payee: street, amount: 9_000, title: "道路进度款" });
  scene.does(manager, "returnMatter", lift, "缺合同");
  scene.does(manager, "passMatter", help);
  scene.does(manager, "forwardMatter", { ...road, to: "inspection" }, "请提意见");
  scene.pays(help);
  scene.does(citizen, "disputeMatter", help, "少了");
  scene.does(finance, "answerDispute", help, "如数");
  scene.does(inspector, "handBackMatter", { ...road, opinion: "agree" }, "可以");
  scene.ledger.wait(31 * 86_400_000);
  await scene.project(() => 3);
});
afterAll(() => scene.tables.stop());

type Params = Partial<z.input<typeof noticesView.params>>;

async function ask(who: Parameters<typeof readerOf>[0], params: Params = {}) {
  return (await scene.tables.ask(notices, params, readerOf(who))) as z.output<typeof noticesView.result>;
}

async function count(who: Parameters<typeof readerOf>[0], after?: string) {
  const asked = { ...(after !== undefined && { after }) };
  return (await scene.tables.ask(noticeCount, asked, readerOf(who))) as z.output<typeof noticeCountView.result>;
}

describe("the notices of a person", () => {
  it.each([
    [
      "who reviews: what came, came back, and ran out of time; not what they did",
      manager,
      ["came", "came", "came", "came", "overdue"],
    ],
    ["who pays: what was passed, is wrong, ran out of time", finance, ["came", "disputed", "overdue", "overdue"]],
    ["a supplier: theirs was returned, and then time ran out", supplier, ["returned", "overdue"]],
    ["a person: theirs was passed, paid, answered", citizen, ["passed", "paid", "answered", "overdue"]],
    ["who was asked for an opinion", inspector, ["came"]],
    ["the regulator: what is wrong and what ran out of time", regulator, ["disputed", "overdue", "overdue", "overdue"]],
    ["the street's manager, whose matter only waits", streetManager, []],
    ["the street's finance supervisor", streetFinance, []],
  ])("%s", async (_, who, kinds) => {
    const { rows } = await ask(who, { order: "oldest" });
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
    const { count: unread, from, readAt } = await count(who);
    const recent = rows.filter(({ timeMs }) => timeMs >= readAt.timeMs - noticeUnreadMs);
    expect(unread).toBe(recent.length);
    expect(recent).toEqual(rows.filter(({ at }) => Number(at) > Number(from)));
  });

  it("come the newest first, page by page, and from a place on", async () => {
    const { rows } = await ask(regulator);
    const first = await ask(regulator, { limit: 3 });
    const rest = await ask(regulator, { limit: 3, before: first.rows[2]?.at });
    expect([...first.rows, ...rest.rows]).toEqual(rows);
    expect([first.more, rest.more]).toEqual([true, false]);
    const since = rows[2]?.at ?? "";
    expect((await ask(regulator, { after: since, order: "oldest" })).rows).toEqual(rows.slice(0, 2).reverse());
    expect(await count(regulator, since)).toMatchObject({ count: 2, newest: rows[0]?.at });
  });

  it("name the matter where it stands now, and each matter only to those who see it", async () => {
    const [newest] = (await ask(citizen)).rows;
    expect(newest).toMatchObject({ state: "disbursed", matter: { title: "临时救助：苏晚晴", stage: "disbursed" } });
    expect(JSON.stringify(await ask(supplier))).not.toMatch(/救助|道路/);
  });

  it("are asked about for many people at once: exactly those who would see one after their place", async () => {
    const everybody = [manager, finance, regulator, streetManager, streetFinance, supplier, citizen, inspector];
    const places = new Set(["0"]);
    for (const who of everybody) for (const { at } of (await ask(who)).rows) places.add(at);
    for (const after of places) {
      const askers = everybody.map((who) => ({ reader: { ...readerOf(who), account: who.account }, after }));
      const told = await findTold(scene.tables.connections.sql, askers);
      for (const who of everybody) {
        const { rows } = await ask(who, { after, order: "oldest" });
        expect(told.has(who.account), `${who.account} after ${after}`).toBe(rows.length > 0);
      }
    }
    expect(await findTold(scene.tables.connections.sql, [])).toEqual(new Set());
  });
});
