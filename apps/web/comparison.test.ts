import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SettlementText } from "@mingbai/registry/content/texts/settlement-text";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks, usual } from "@mingbai/testkit/browser/looks";
import { mockReason, mockVillage } from "@mingbai/testkit/browser/mock/mock-comparison";
import { mockHouseholdId, mockPeopleOfHousehold } from "@mingbai/testkit/browser/mock/mock-household";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { mockPortrait } from "@mingbai/testkit/browser/mock/mock-portrait";
import type { Notice } from "@mingbai/workflow/views";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const household = `/contradictions/${mockHouseholdId}`;
const village = `/villages/${mockVillage}`;

const ring = [
  [120, 30],
  [120.1, 30],
  [120.1, 30.1],
  [120, 30],
];
const countyMap = {
  title: { en: "Lanwan District", zh: "澜湾区" },
  approval: "黔S（2026）012号",
  villages: [
    { code: mockVillage, polygons: [[ring]] },
    { code: "339901105299", polygons: [[ring.map(([east = 0, north = 0]) => [east + 0.1, north])]] },
  ],
};

/** 02:00 of two Mondays where the mock ledger is. */
const clockHours = { slotMs: Date.parse("2026-11-16T02:00+08:00"), nextMs: Date.parse("2026-11-23T02:00+08:00") };

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  // The bar at the top would lie over half of whatever it meets.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

describe("the desk of contradictions and the villages", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `comparison-${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, go, goWithin, comparison } = await openPage("clerk", "/contradictions?level=red", look);
      await page.locator(".verdict-table tbody tr").first().waitFor();
      await lookAt(page, name("list"));
      await goWithin("/contradictions?rule=nothing");
      await lookAt(page, name("empty"));
      await goWithin("/contradictions/unregistered");
      await lookAt(page, name("unregistered"));
      await goWithin(household);
      await page.locator(".reason").first().waitFor();
      await page.locator(".reason-acts button").last().click();
      await lookAt(page, name("household"));
      await goWithin("/villages");
      await lookAt(page, name("villages"));
      await goWithin(village);
      await page.locator(".report-table").waitFor();
      await page.locator(".causes-tree").waitFor();
      await page.locator(".count-row").first().click();
      await page.locator(".counted-list").waitFor();
      await lookAt(page, name("village"));
      await page.locator(".portrait .btn").first().click();
      await lookAt(page, name("village for others"));
      comparison.beginByClock(clockHours);
      await go("/contradictions");
      await lookAt(page, name("by the clock"));
      comparison.forget();
      await go("/contradictions");
      await lookAt(page, name("before the first run"));
      expect(faults).toEqual([]);
    },
    180_000,
  );
});

describe("the desk", () => {
  it("says which run nobody asked for, and when the clock begins the next or that it begins none", async () => {
    const { page, go, comparison } = await openPage("clerk", "/contradictions");
    const words = page.locator(".compare-run");
    await words.getByText("定时比对：没有开").waitFor();
    expect(await words.getByRole("link", { name: "傅清如" }).count()).toBe(1);
    comparison.beginByClock(clockHours);
    await go("/villages");
    await go("/contradictions");
    await words.getByText(/定时发起（.*02:00/).waitFor();
    await words.getByText(/下一次定时比对：.*23.*02:00/).waitFor();
    expect(await words.getByRole("link").count()).toBe(0);
  });

  it("begins a run with one key, says how far it is, and ends it", async () => {
    const { page } = await openPage("clerk", "/contradictions");
    await page.locator(".compare-sources", { hasText: "没取到" }).waitFor();
    await page.getByRole("button", { name: "再比对一次" }).click();
    await page.locator(".compare-run", { hasText: "正在逐户对照：20 / 64 户" }).waitFor();
    await page.getByRole("button", { name: "停止比对" }).click();
    await page.locator(".compare-run-words", { hasText: "中途停止了" }).waitFor();
  });

  it("keeps level and rule in the address and by name, goes by keyboard, and exports what is seen", async () => {
    const { page, session } = await openPage("clerk", "/contradictions");
    await page.getByRole("button", { name: /^红/ }).click();
    await page.waitForURL(/level=red/);
    await page.locator(".verdict-table[aria-rowcount='7']").waitFor();
    const [csv] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    const rows = (await readFile(await csv.path(), "utf8")).trim().split("\r\n");
    expect(rows).toHaveLength(7);
    expect(rows[1]).toContain("YL-03-0127,何树生,云岭村,红,名下有小汽车,1,1");
    await page.getByRole("button", { name: "存下这个筛选" }).click();
    await page.keyboard.type("先看红的");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "先看红的" }).waitFor();
    expect(session.settings.kept.views.contradictions).toEqual([{ name: "先看红的", search: "level=red" }]);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".reason").first().waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("verdict-"));
  });

  it("shows a household's reasons once its opening for comparison is signed, and settles one by a sealed text", async () => {
    const { page, session, contents } = await openPage("clerk", household);
    await page.locator(".reason", { hasText: "何远舟 名下有小汽车" }).waitFor();
    expect(session.commands).toEqual([
      { name: "registry.openFiles", input: { purpose: "comparison", households: [mockHouseholdId] } },
    ]);
    expect(await page.locator(".said-in-file").first().textContent()).toContain("28,600.00 元");
    await page.getByRole("button", { name: "不再提示" }).click();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("[role=alert]", { hasText: "请写几个字" }).waitFor();
    await page.getByLabel("为什么不再提示").fill("车是单位的，登记在他名下");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const [, act] = session.commands;
    const [[content, kept] = []] = [...contents.parts];
    expect(act).toEqual({
      name: "registry.settleReason",
      input: { household: mockHouseholdId, kind: "ignored", content },
    });
    expect(SettlementText.parse(kept?.part)).toEqual({
      kind: "settlement",
      rule: "car",
      person: mockPeopleOfHousehold.son,
      digest: mockReason.digest,
      words: "车是单位的，登记在他名下",
    });
  });

  it("takes a proposal over as a change like any other, and only when somebody presses it", async () => {
    const { page, session, contents } = await openPage("clerk", household);
    await page.getByRole("button", { name: "采用：耕地" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const [, act] = session.commands;
    const [[content, kept] = []] = [...contents.parts];
    expect(act).toEqual({
      name: "registry.recordChanges",
      input: { changes: [{ subject: mockHouseholdId, base: 6, content }] },
    });
    expect(kept).toMatchObject({
      subject: mockHouseholdId,
      part: {
        reason: "comparison",
        sets: { farmland: { from: 320, to: 500 } },
      },
    });
  });

  it("gives who may not begin comparisons the list and no run", async () => {
    const { page } = await openPage("grid", "/contradictions");
    await page.locator(".verdict-table tbody tr").first().waitFor();
    expect(await page.locator(".compare-run, .tab-links").count()).toBe(0);
    const { page: other } = await openPage("grid", "/contradictions/unregistered");
    await other.locator(".state", { hasText: "只给能发起比对的人看" }).waitFor();
  });
});

const ownWords = "车是他单位的，他只是送快递开";

describe("the household itself", () => {
  it.each(looks)(
    "reads what was found of it, clean for axe and without sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `comparison-own-${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, go, comparison } = await openPage("citizen", "/registry/own/found", look);
      await page.locator(".reason").first().waitFor();
      await lookAt(page, name("found"));
      await page.locator(".reason-acts button").click();
      await lookAt(page, name("answering"));
      comparison.answer({ on: "2026-11-21", words: ownWords });
      await go("/registry/own/found");
      await page.locator(".own-answer").waitFor();
      await lookAt(page, name("answered"));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("goes there from its file, and answers in its own words, sealed with its file and signed by its own key", async () => {
    const { page, session, contents, comparison } = await openPage("citizen", "/registry/own");
    await page.getByRole("link", { name: "看原因，说明情况" }).click();
    await page.locator(".reason", { hasText: "何远舟 名下有小汽车" }).waitFor();
    await page.getByRole("button", { name: "我来说明" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(ownWords);
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("dialog.signing", { hasText: "我家对“名下有小汽车”的说明" }).waitFor();
    comparison.answer({ on: "2026-11-21", words: ownWords });
    await page.keyboard.press("Enter");
    await signed(page);
    await page.locator(".own-answer", { hasText: ownWords }).waitFor();
    await page.getByRole("button", { name: "再说明一次" }).waitFor();
    const [opening, act] = session.commands;
    expect(opening?.input).toEqual({ purpose: "own", households: [mockHouseholdId] });
    const [[content, kept] = []] = [...contents.parts];
    expect(act).toEqual({
      name: "registry.settleReason",
      input: { household: mockHouseholdId, kind: "answered", content },
    });
    expect(kept?.subject).toBe(mockHouseholdId);
    expect(SettlementText.parse(kept?.part)).toMatchObject({ rule: "car", digest: mockReason.digest, words: ownWords });
    expect(session.commands).toHaveLength(2);
  });

  it("is quoted at the desk, where what it says settles nothing", async () => {
    const { page, go, comparison } = await openPage("clerk", "/contradictions?level=red");
    await page.locator(".verdict-table tbody tr", { hasText: "户里已说明" }).waitFor();
    comparison.answer({ on: "2026-11-21", words: ownWords });
    await go(household);
    await page.locator(".own-answer", { hasText: `户里自己的说明 2026 年 11 月 21 日 ${ownWords}` }).waitFor();
    expect(await page.locator(".reason-acts button").count()).toBeGreaterThan(0);
  });

  it("is told by the bell to who looks after it, with the way to the desk", async () => {
    const notice: Notice = {
      at: "10",
      kind: "explained",
      state: "household",
      timeMs: mockNowMs,
      matter: null,
      person: null,
      household: mockHouseholdId,
      case: null,
      area: { id: "fengxi-yunling", en: "Yunling Village", zh: "云岭村" },
    };
    const readAt = { height: 3_000, timeMs: mockNowMs };
    const { page, faults } = await openPage("clerk", "/notices", usual, {
      "workflow.notices": () => ({ rows: [notice], more: false, readAt }),
    });
    await page.locator(".notice", { hasText: "农户说明" }).filter({ hasText: "云岭村" }).waitFor();
    await page.getByRole("link", { name: "有一户说明了比对查出的情况，请核实" }).press("Enter");
    await page.waitForURL(`**${household}`);
    expect(faults).toEqual([]);
  });

  it("has no page of it for whoever lives in no household, and none at the desk", async () => {
    const { page, session } = await openPage("supplier", "/registry/own/found");
    await page.locator(".state", { hasText: "还没有绑定您家的档案" }).waitFor();
    expect(session.commands).toEqual([]);
    const { page: other } = await openPage("citizen", household);
    await other.waitForURL(/\/registry\/own\/found$/);
  });
});

describe("a village", () => {
  it("is checked with one key, and each number of its report shows the households behind it", async () => {
    const { page, go } = await openPage("clerk", "/villages");
    await page.getByRole("link", { name: "云岭村" }).click();
    await page.locator(".report-table").waitFor();
    expect(await page.locator(".report-table tbody tr").count()).toBe(20);
    await page.getByRole("button", { name: "义务教育年龄，却不在校" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".report-table tbody tr").length === 1);
    expect(new URL(page.url()).search).toBe("?show=faults.atSchoolAge");
    await page.getByRole("button", { name: "再体检一次" }).click();
    await page.locator("progress").waitFor();
    await go("/villages/339901105299");
    await page.locator(".state h2", { hasText: "这个村没有您管的档案" }).waitFor();
  });

  it("stands on the county's own map only with its approval number", async () => {
    const { page, go, comparison } = await openPage("clerk", "/villages");
    expect(await page.locator(".county-map").count()).toBe(0);
    comparison.showMap(countyMap);
    await go("/villages");
    await page.locator(".county-map figcaption", { hasText: "审图号：黔S（2026）012号" }).waitFor();
    expect(await page.locator(".county-map text").allTextContents()).toEqual(["40"]);
    await lookAt(page, "comparison-map");
  });

  it("is a grid of households by group, which says that it is no map, and which arrow keys go through", async () => {
    const { page } = await openPage("clerk", village);
    await page.locator(".village-grid").waitFor();
    await page.locator("section", { hasText: "示意方格，不是地图。" }).first().waitFor();
    await page.getByRole("link", { name: "YL-03-0127，何树生，红，监测户" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toContain("卢明远，绿");
    expect(await page.locator('.grid-cell[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator(".opened-note, .open-first").first().waitFor();
  });

  it("shows who looks on from outside totals, and whom a number counts once each household can see that they looked", async () => {
    let portrait = { ...mockPortrait, office: null as typeof mockPortrait.office | null };
    const { page, session } = await openPage("regulator", village, usual, {
      "registry.villagePortrait": () => portrait,
    });
    await page.locator(".shown-counts").first().waitFor();
    expect(await page.locator(".count-row, .counted-list").count()).toBe(0);
    await lookAt(page, "comparison-village for a regulator");
    await page.getByRole("button", { name: "签名，看是哪些户" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog.signing", { hasText: "每一户都看得到是谁、什么时候、为什么看的" }).waitFor();
    await lookAt(page, "comparison-village opened by a regulator");
    portrait = mockPortrait;
    await page.keyboard.press("Enter");
    await signed(page);
    await page.locator(".count-row").first().click();
    await page.locator(".counted-list").waitFor();
    const households = mockPortrait.cells.map(({ household: one }) => one);
    expect(session.commands).toEqual([{ name: "registry.openFiles", input: { purpose: "supervision", households } }]);
  });

  it("is numbers that open the files they come from, and shows none of four or fewer to others", async () => {
    const { page } = await openPage("clerk", village);
    await page.getByRole("button", { name: /^低于监测线 8,700.00 元 4 户/ }).click();
    await page.locator(".counted-list li").first().waitFor();
    expect(await page.locator(".counted-list li").count()).toBe(4);
    expect(await page.locator(".counted-list a").first().getAttribute("href")).toBe(`/registry/${mockHouseholdId}`);
    await page.getByRole("button", { name: "监测 8 / 8 户" }).click();
    await page.locator("#counted", { hasText: "有人患大病：8 户" }).waitFor();
    await page.getByRole("button", { name: "给外面看的" }).click();
    await page.locator(".shown-counts", { hasText: "低于监测线" }).getByText("不显示").first().waitFor();
    expect(await page.locator(".village-grid, .counted-households, .portrait .opens").count()).toBe(0);
  });
});
