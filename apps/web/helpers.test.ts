import { join } from "node:path";
import { Qualifications } from "@mingbai/posts/content/qualifications";
import { GivePost } from "@mingbai/posts/schema";
import { MessageText } from "@mingbai/registry/content/texts/message-text";
import { AssignHouseholds } from "@mingbai/registry/schema/help";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { mockHouseholdId, mockResponsible } from "@mingbai/testkit/browser/mock/mock-household";
import { accountOf, hex } from "@mingbai/testkit/browser/mock/mock-matters";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const proposal = "/helpers/assign?area=fengxi&whom=all";
const household = `/registry/${mockHouseholdId}`;
const first = accountOf("上官晚晴");

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1:not(.sr)").count(), name).toBe(1);
}

describe("people who help and what they are assigned", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `helpers-${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, goWithin } = await openPage("leader", "/helpers", look);
      await page.locator(".helpers-table tbody tr").first().waitFor();
      await lookAt(page, name("list"));
      await page.locator(".page-head button").first().click();
      await page
        .locator(".helpers-table td.wide button")
        .first()
        .click({ force: true, trial: true })
        .catch(() => null);
      await lookAt(page, name("give"));
      await goWithin("/helpers/assign");
      await lookAt(page, name("choose"));
      await goWithin(proposal);
      await page.locator(".assign-table tbody tr").first().waitFor();
      await page.locator(".weights summary").click();
      await lookAt(page, name("proposal"));
      await goWithin(`/helpers/hand-over/${hex("hand-over")}`);
      await lookAt(page, name("hand-over"));
      expect(faults).toEqual([]);
    },
    180_000,
  );

  it("are given a post by a leader: who, where, for how many, until when", async () => {
    const { page, session } = await openPage("leader", "/helpers");
    await page.getByRole("button", { name: "给人任职" }).click();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("[role=alert]", { hasText: "请选人" }).waitFor();
    await page.getByLabel("哪一位").selectOption({ index: 1 });
    await page.getByLabel("任什么职").selectOption({ label: "驻村第一书记" });
    await page.getByLabel("在哪些村").selectOption({ index: 1 });
    await page.getByLabel("最多负责多少户").fill("12");
    await page.getByLabel("任期最后一天").fill("2027-10-31");
    // The first Enter takes the day and goes to sign, as in every form; the second signs.
    await page.keyboard.press("Enter");
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const [act] = session.commands;
    expect(act).toMatchObject({ name: "posts.givePost", input: { kind: "firstSecretary", householdsMax: 12 } });
    expect(GivePost.safeParse(act?.input).success).toBe(true);
  });

  it("say what they can do, sealed before it is signed", async () => {
    const { page, session, contents } = await openPage("grid", "/helpers");
    await page.getByRole("button", { name: /填专长/ }).click();
    await page.getByLabel("法律").check();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const [[content, kept] = []] = [...contents.parts];
    expect(session.commands).toMatchObject([
      { name: "posts.describeHelper", input: { account: mockResponsible.account, content } },
    ]);
    expect(Qualifications.parse(kept?.part)).toMatchObject({ skills: ["agriculture", "law"] });
  });

  it("who have left have what they can do erased, told first what goes and what stays on the ledger", async () => {
    const { page, session } = await openPage("leader", "/helpers");
    const row = page.locator(".left-table tr", { hasText: "申屠远" });
    expect(await row.textContent()).toContain("财会");
    await row.getByRole("button", { name: "删掉 申屠远" }).click();
    const dialog = page.locator("dialog.signing");
    expect(await dialog.textContent()).toMatch(/删掉：财会.*账本上留着：申屠远 在哪里任过什么职/);
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toEqual([{ name: "posts.forgetHelper", input: { account: accountOf("申屠远") } }]);
    await page.getByText("申屠远 的专长已经删掉").waitFor();
  });

  it("whose qualifications were erased are told with how many nodes have confirmed it", async () => {
    const { page } = await openPage("leader", "/helpers");
    const line = page.locator(".forgotten-list li", { hasText: "闻人雪" });
    expect(await line.textContent()).toContain("3 个单位的节点里有 2 个确认");
  });

  it("in post see nothing of those who have left, and are told that theirs can be erased afterwards", async () => {
    const { page } = await openPage("grid", "/helpers");
    await page.getByRole("button", { name: /填专长/ }).click();
    await page.getByText("可以在本页“离任的人”里把这些删掉").waitFor();
    expect(await page.getByRole("heading", { name: "离任的人" }).count()).toBe(0);
  });

  it("are proposed with reasons; the leader changes one, leaves one, and signs once for the rest", async () => {
    const { page, session } = await openPage("leader", proposal);
    const row = (head: string) => page.locator(".assign-table tr", { hasText: head });
    expect(await row("孟桂兰").textContent()).toContain("在本村任职 40 分、懂医疗护理 25 分");
    expect(await row("傅长青").textContent()).toContain("在这里任职的人都满了");
    expect(await row("何树生").textContent()).toContain("不变");
    await row("傅长青").getByRole("combobox").selectOption({ label: "上官晚晴" });
    await page.locator("[data-load]", { hasText: "上官晚晴" }).filter({ hasText: "超过" }).waitFor();
    await row("孟桂兰").getByRole("combobox").selectOption({ label: "先不定" });
    await page.getByRole("button", { name: "定下 1 户" }).click();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/helpers\/hand-over\/[0-9a-f]{64}$/);
    const [act] = session.commands;
    expect(act).toEqual({
      name: "registry.assignHouseholds",
      input: { assignments: [{ account: first, households: [accountOf("proposed SK-02-0011")] }] },
    });
    expect(AssignHouseholds.safeParse(act?.input).success).toBe(true);
  });
});

describe("who helps", () => {
  it("is looked for by name from the key / on", async () => {
    const { page, faults } = await openPage("leader", "/helpers");
    const rows = page.locator(".helpers-table").first().locator("tbody tr");
    await rows.first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("无此人");
    await page.locator(".state h2", { hasText: "没有找到" }).waitFor();
    await page.locator("#helper-filter").fill("陶然");
    await page.locator(".state h2", { hasText: "没有找到" }).waitFor({ state: "detached" });
    expect(await rows.locator("th").allTextContents()).toEqual([expect.stringContaining("陶然")]);
    expect(faults).toEqual([]);
  });
});

describe("messages with a household's file", () => {
  it("are read in order and written, sealed with the household, also in its name", async () => {
    const { page, session, contents } = await openPage("grid", household);
    await page.getByRole("button", { name: "走访", exact: true }).click();
    await page.locator(".messages li", { hasText: "药费单子收到了" }).waitFor();
    await page.getByRole("button", { name: "留言", exact: true }).click();
    await page.locator("[role=alert]", { hasText: "请写几个字" }).waitFor();
    await page.getByLabel("写留言").fill("老何说周三不在家，改周四");
    await page.getByLabel("这是户里说的，我代为写下").check();
    await page.getByRole("button", { name: "留言", exact: true }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const [[content, kept] = []] = [...contents.parts];
    expect(session.commands.at(-1)).toEqual({
      name: "registry.sendMessage",
      input: { household: mockHouseholdId, content, onBehalf: true },
    });
    expect(MessageText.parse(kept?.part).words).toBe("老何说周三不在家，改周四");
    await page.locator(".messages li").nth(2).waitFor();
    expect(await page.getByLabel("写留言").inputValue()).toBe("");
  });
});
