import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTableFile } from "@mingbai/tabular/read/read-table-file";
import { askedAgainMsMax } from "@mingbai/testkit/browser/arrive";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { mockFile, mockHouseholdId, mockPeopleOfHousehold } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { file, opens } from "./test-household.ts";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const Changes = z.array(z.object({ subject: z.string(), base: z.int(), content: z.string() }));
const Opened = z.array(
  z.object({ area: z.string(), content: z.string(), people: z.array(z.object({ content: z.string() })) }),
);
async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

describe("the pages of household files", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `${page}-${look.language}-${look.size}-${look.width}`;
      const visit = look.language === "zh" ? "走访" : "visit";
      const { page, faults, goWithin } = await openPage("grid", "/registry", look);
      await lookAt(page, name("list"));
      await page.locator(".field-link summary").click();
      await lookAt(page, name("list with the phone's code"));
      await page.getByRole("button", { name: look.language === "zh" ? "导出档案" : "Export files" }).click();
      await lookAt(page, name("list with files to export"));
      await page.keyboard.press("Escape");
      await goWithin("/registry?text=nobody");
      await lookAt(page, name("empty"));
      await goWithin(file);
      await lookAt(page, name("purpose"));
      await opens(page, visit);
      await page.locator(".more-button").first().click();
      await page.locator(".masked-id .eye").first().click();
      await lookAt(page, name("file"));
      await page.keyboard.press("m");
      for (const button of await page.locator("dialog.drawer .member-acts button").all()) {
        await button.click();
        await lookAt(page, name(`members ${await button.textContent()}`));
      }
      await goWithin("/registry/new");
      await page.locator(".section-fold > summary").first().click();
      await page.getByRole("combobox").nth(1).click();
      await lookAt(page, name("new"));
      await page.keyboard.press("Control+Enter");
      await page.locator(".faulty").first().waitFor();
      await lookAt(page, name("new with faults"));
      await goWithin(`${file}/edit`);
      await lookAt(page, name("edit"));
      expect(faults).toEqual([]);
    },
    180_000,
  );
});

describe("the list of households", () => {
  it("goes by keyboard to a file and back to where it was", async () => {
    const { page, faults } = await openPage("grid", "/");
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await page.locator(".registry-table tbody tr").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await opens(page);
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("household-"));
    expect(await page.locator(".registry-table tr.on").getAttribute("aria-rowindex")).toBe("2");
    expect(faults).toEqual([]);
  });

  it("counts the whole filter, keeps it in the address and by name, and exports exactly what is seen", async () => {
    const { page, session } = await openPage("grid", "/registry?monitored=3");
    const count = Number((await page.locator(".registry-table").getAttribute("aria-rowcount")) ?? "0") - 2;
    expect(await page.locator(".list-count").textContent()).toContain(`${count} 户`);
    const [csv] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    const rows = (await readFile(await csv.path(), "utf8")).trim().split("\r\n");
    expect(rows).toHaveLength(count + 1);
    expect(rows[1]).toContain("YL-03-0127,何树生,4,云岭村");
    await page.getByRole("button", { name: "两边不一样的" }).click();
    await page.waitForURL(/open=true/);
    await page.getByRole("button", { name: "存下这个筛选" }).click();
    await page.keyboard.type("要定的");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "要定的" }).waitFor();
    expect(session.settings.kept.views.registry).toEqual([{ name: "要定的", search: "monitored=3&open=true" }]);
  });

  it("hands out whole files as a workbook, one row a person, once it is signed what for", async () => {
    const { page, session } = await openPage("grid", "/registry?text=YL-03-0127");
    await page.locator(".registry-table tbody tr").first().waitFor();
    await page.getByRole("button", { name: "导出档案" }).click();
    const dialog = page.locator("dialog.signing");
    await dialog.getByText("为“走访”打开并导出 1 户档案的全部项目，每一户都看得到。").waitFor();
    await dialog.getByRole("button", { name: "审核" }).press("Enter");
    await dialog.getByText("为“审核”打开并导出").waitFor();
    expect(await dialog.locator("[aria-pressed=true]").allTextContents()).toEqual(["审核"]);
    await dialog.getByRole("button", { name: "签名" }).focus();
    const [workbook] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(session.commands.find(({ name }) => name === "registry.openFiles")?.input).toEqual({
      purpose: "review",
      households: [mockHouseholdId],
    });
    const score = (cells: readonly string[]): number => (cells.includes("姓名") ? 1 : 0);
    const { table } = await readTableFile(await readFile(await workbook.path()), { score });
    const at = (head: string): number => table.header.indexOf(head);
    expect(table.rows.map(({ cells }) => cells[at("姓名")])).toEqual(["何树生", "卢桂枝", "何远舟", "何小满"]);
    expect(table.rows.map(({ cells }) => cells[at("户编号")])).toEqual(Array(4).fill("YL-03-0127"));
    expect(table.rows[0]?.cells[at("与户主关系")]).toBe("户主");
  });

  it("finds by a name, and says so where nobody fits", async () => {
    const { page } = await openPage("grid", "/registry");
    await page.keyboard.press("/");
    await page.keyboard.type("无此户");
    await page.locator(".state h2", { hasText: "没有符合的户" }).waitFor();
    await page.getByRole("button", { name: "去掉“含“无此户””" }).click();
    await page.locator(".registry-table tbody tr").first().waitFor();
  });
});

describe("a file", () => {
  it("is opened by an act of its reader: asked once, then signed at once on this device", async () => {
    const { page, session, go } = await openPage("grid", file);
    expect(await page.locator(".household-panes").count()).toBe(0);
    await page.keyboard.press("Enter");
    await page.locator(".opened-note", { hasText: "您以“走访”打开" }).waitFor();
    const opening = { name: "registry.openFiles", input: { purpose: "visit", households: [mockHouseholdId] } };
    expect(session.commands).toEqual([opening]);
    await go(file);
    expect(session.commands).toEqual([opening, opening]);
    await page.locator("#part-readings", { hasText: "您，走访" }).waitFor();
  });

  it("is opened by an auditor for an audit without asking", async () => {
    const { page, session } = await openPage("auditor", file);
    await page.locator(".opened-note", { hasText: "您以“审计”打开" }).waitFor();
    expect(session.commands[0]?.input.purpose).toBe("audit");
  });

  it("is opened for another purpose by another act", async () => {
    const { page, session } = await openPage("grid", file);
    await opens(page);
    await page.getByRole("button", { name: "换个用途" }).click();
    await opens(page, "比对核实");
    await page.locator(".opened-note", { hasText: "您以“比对核实”打开" }).waitFor();
    expect(session.commands.map(({ input }) => input.purpose)).toEqual(["visit", "comparison"]);
  });

  it("stays closed to whoever may not see it, who asks the household for access", async () => {
    const { page, session } = await openPage("grid", `/registry/${"9".repeat(16)}`);
    await page.getByRole("button", { name: "走访", exact: true }).click();
    await page.locator("[role=alert]", { hasText: "没有向您开放" }).waitFor();
    await page.getByRole("button", { name: "申请授权" }).click();
    await page.getByLabel("健康").check();
    await lookAt(page, "asking for access");
    await page.getByLabel("到哪天（含）").fill("2026-12-31");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const { name, input } = session.commands.at(-1) ?? {};
    expect(name).toBe("registry.requestAccess");
    expect(input).toMatchObject({ purpose: "assistance", classes: ["name", "health"] });
  });

  it("says what they live on with sums that add up, and how income a head follows", async () => {
    const { page } = await openPage("grid", file);
    await opens(page);
    const sums = await page.locator(".money-side tfoot .money").allTextContents();
    expect(sums).toEqual(["46,960.00", "58,270.00"]);
    expect(await page.locator(".formula").textContent()).toContain("÷ 4 人 ＝ 2,847.50 元");
    expect(await page.locator(".people-table").textContent()).not.toContain("339901195902080437");
    await page.getByRole("button", { name: /看何树生的完整号码/ }).click();
    await page.getByText("339901195902080437").waitFor();
  });

  it("shows both values where two people disagree, and a person decides which counts", async () => {
    const { page, session, contents } = await openPage("grid", file);
    await opens(page);
    await page.getByRole("button", { name: /以这个为准.*第 2 个/ }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const command = session.commands.at(-1);
    expect(command?.name).toBe("registry.recordChanges");
    const [change] = Changes.parse(command?.input.changes);
    expect(change).toMatchObject({ subject: mockPeopleOfHousehold.son, base: 3 });
    expect(contents.parts.get(change?.content ?? "")?.part).toMatchObject({
      reason: "decision",
      decides: ["whereabouts"],
      sets: { whereabouts: { from: "县城快递分拣", to: "县城快递分拣，4 月起减班" } },
    });
  });

  it("gives access only before a witness, and takes it back", async () => {
    const { page, session } = await openPage("grid", file);
    await opens(page);
    await page.getByRole("button", { name: "同意区卫健局查看" }).click();
    await page.getByRole("button", { name: "去签名" }).click();
    expect(await page.locator(".people-form [role=alert]").textContent()).toBe("请选见证人");
    await page.getByLabel("见证人").selectOption({ label: "贺长风" });
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.at(-1)).toMatchObject({ name: "registry.grantAccess", input: { organisation: "health" } });
    await page.getByRole("button", { name: "收回区民政局的授权" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.at(-1)?.name).toBe("registry.revokeAccess");
  });

  it("prints as the household's card, without who looked and without what is only for the screen", async () => {
    const { page } = await openPage("grid", file);
    await opens(page);
    await page.emulateMedia({ media: "print" });
    const unseen = page.locator(".household-side, .head-acts, .part-links, .opened-note, .eye, .more-button");
    expect(await unseen.filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".people-table").isVisible()).toBe(true);
  });
});

describe("the form", () => {
  it("opens a file by keyboard alone: the number fills birth and sex, answers are typed in part", async () => {
    const { page, session, contents, faults } = await openPage("grid", "/registry/new");
    await page.getByLabel("档案放在哪个村").focus();
    const enter = async (...texts: readonly string[]) => {
      for (const text of texts) {
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
      }
    };
    await enter("云岭", "YL-03-0200", "3 组");
    await page.getByLabel("姓名").focus();
    await enter("卢小满", "339901198801071156", "汉族", "已");
    await page.getByRole("button", { name: "再添一人" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("group", { name: "第 2 人" }).getByLabel("姓名").focus();
    await enter("卢春生", "儿子", "339901201207182085");
    await page
      .getByRole("group", { name: /第 2 人/ })
      .getByLabel("性别")
      .fill("男");
    await page.keyboard.press("Control+Enter");
    await page.locator(".fault-summary[role=alert]", { hasText: "性别和身份证号对不上" }).waitFor();
    await page.locator(".fault-summary a").first().click();
    await page.waitForFunction(() => document.activeElement?.id.endsWith("-sex"));
    await page.keyboard.press("Control+a");
    await enter("女");
    await page.keyboard.press("Control+Enter");
    expect(await page.locator(".signing-sentence").textContent()).toBe("给卢小满家建档，2 口人，云岭村。");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => /\/registry\/[0-9a-f]{16}$/.test(url.pathname));
    const command = session.commands.find(({ name }) => name === "registry.openHouseholds");
    const households = Opened.parse(command?.input.households);
    const [household] = households;
    expect(household?.area).toBe("fengxi-yunling");
    expect(contents.parts.get(household?.content ?? "")?.part).toMatchObject({
      sets: { village: { to: "339901105201" }, number: { to: "YL-03-0200" }, team: { to: "3 组" } },
    });
    expect(contents.parts.get(household?.people[0]?.content ?? "")?.part).toMatchObject({
      sets: { relation: { to: "01" }, birth: { to: "1988-01-07" }, sex: { to: "1" }, marital: { to: "20" } },
    });
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });

  it("tells who is on file already while somebody is typed", async () => {
    const { page } = await openPage("grid", "/registry/new");
    await page.getByLabel("身份证号").fill("339901195902080437");
    const note = page.locator(".alike[role=status]");
    await note.waitFor();
    expect(await note.textContent()).toContain("何树生");
    expect(await note.textContent()).not.toContain("339901195902080437");
  });

  it("keeps a draft at every change, and comes back to it", async () => {
    const { page, contents } = await openPage("grid", "/registry/new");
    await page.getByLabel("村民小组").fill("9 组");
    await page.locator(".draft-line", { hasText: "草稿已存" }).waitFor();
    expect(contents.drafts.size).toBe(1);
    await page.reload();
    await page.getByLabel("村民小组").waitFor();
    expect(await page.getByLabel("村民小组").inputValue()).toBe("9 组");
  });

  it("sends only what was changed, against the version that was seen, with reason and words", async () => {
    const { page, session, contents } = await openPage("grid", `${file}/edit?reason=visit`);
    await opens(page);
    await page.keyboard.press("Control+Enter");
    await page.locator(".apply-foot [role=alert]", { hasText: "没有改动" }).waitFor();
    await page.getByLabel("补充说明").fill("户主说搬到了新房");
    await page.getByLabel("村民小组").fill("4 组");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${file}`);
    const changes = Changes.parse(session.commands.at(-1)?.input.changes);
    expect(changes).toMatchObject([{ subject: mockHouseholdId, base: mockFile.version }]);
    expect(contents.parts.get(changes[0]?.content ?? "")?.part).toMatchObject({
      reason: "visit",
      words: "户主说搬到了新房",
      sets: { team: { from: "3 组", to: "4 组" } },
    });
    await expect.poll(() => contents.drafts.size).toBe(0);
  });

  it("says calmly that somebody else has changed the file meanwhile, and follows without losing what was typed", async () => {
    const { page, registry, session, go } = await openPage("grid", "/");
    await page.clock.install();
    await go(`${file}/edit`);
    await opens(page);
    await page.getByLabel("村民小组").fill("4 组");
    const version = mockFile.version + 1;
    registry.change({ version, values: { ...mockFile.values, team: "5 组", address: "云岭村 3 组 20 号" } });
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".note", { hasText: "又有人改过" }).waitFor();
    await page.getByRole("button", { name: "接上最新的" }).click();
    expect(await page.getByLabel("村民小组").inputValue()).toBe("4 组");
    expect(await page.getByLabel("住址").inputValue()).toBe("云岭村 3 组 20 号");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${file}`);
    expect(session.commands.at(-1)?.input.changes).toMatchObject([{ subject: mockHouseholdId, base: version }]);
  }, 60_000);
});
