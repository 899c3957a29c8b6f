import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { idle } from "@mingbai/testkit/browser/arrive";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { mockCaseId } from "@mingbai/testkit/browser/mock/mock-cases";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const path = `/cases/${mockCaseId}`;
/** Says what the household's file is opened for, and waits until the case is there. */
async function opens(page: Page, purpose = "走访"): Promise<void> {
  await page.getByRole("button", { name: purpose, exact: true }).click();
  await page.locator(".case-page, .household-panes, .own-apply").first().waitFor();
  await idle(page);
}

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

/** What was signed last, and what was said with it. */
function lastOf({ session, contents }: Awaited<ReturnType<typeof openPage>>) {
  const { name, input } = session.commands.at(-1) ?? { name: "", input: {} };
  return { name, input, said: contents.parts.get(String(input.content))?.part };
}

describe("the pages of cases", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `cases ${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, goWithin } = await openPage("grid", "/cases", look);
      await lookAt(page, name("list"));
      await goWithin("/cases?stage=withdrawn");
      await lookAt(page, name("empty"));
      await goWithin("/cases/code");
      await lookAt(page, name("code"));
      await goWithin(path);
      await opens(page, look.language === "zh" ? "走访" : "visit");
      await lookAt(page, name("case"));
      for (const key of ["c", "r", "o", "d", "b", "x", "w"]) {
        await page.keyboard.press(key);
        await page.locator("dialog.drawer .people-form").waitFor();
        await lookAt(page, name(`act ${key}`));
        await page.keyboard.press("Escape");
        await page.locator("dialog.drawer").waitFor({ state: "detached" });
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );
});

describe("the list of cases", () => {
  it("has the reader's turn first, and goes by keyboard to a case and back to where it was", async () => {
    const { page } = await openPage("grid", "/cases");
    const first = page.locator(".cases-table tbody tr[data-index]");
    expect(await first.nth(0).textContent()).toContain("轮到您");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "走访", exact: true }).click();
    await page.locator(".case-page").waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("case-"));
    expect(await page.locator(".cases-table tr.on").getAttribute("aria-rowindex")).toBe("2");
  });

  it("keeps its boxes and filters in the address and by name, and exports exactly what is seen", async () => {
    const { page, session } = await openPage("grid", "/cases");
    await page.getByRole("link", { name: /轮到我/ }).click();
    await page.waitForURL(/mine=true/);
    const count = 4;
    await page.locator(`.cases-table[aria-rowcount="${count + 2}"]`).waitFor();
    const [csv] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    const rows = (await readFile(await csv.path(), "utf8")).trim().split("\r\n");
    expect(rows).toHaveLength(count + 1);
    expect(rows[1]).toContain("YL-03-0127,何树生,纳入监测,云岭村,公示中");
    await page.getByRole("button", { name: "存下这个筛选" }).click();
    await page.keyboard.type("该我办的");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "该我办的" }).waitFor();
    expect(session.settings.kept.views.cases).toEqual([{ name: "该我办的", search: "mine=true" }]);
  });
});

describe("a case", () => {
  it("tells what happened with its words, and what the public reads with the name masked", async () => {
    const { page } = await openPage("grid", path);
    await opens(page);
    expect(await page.locator("h1").textContent()).toBe("何树生家，申请纳入监测");
    const did = await page.locator(".matter-side .time-line b").allTextContents();
    expect(did.slice(-3)).toEqual(["村级核查完", "过了期限，还没有办", "申请纳入监测"]);
    expect(await page.locator(".notice-preview").textContent()).toContain("何*生");
    expect(await page.locator(".notice-preview").textContent()).not.toContain("何树生");
    expect(await page.locator(".objections > li").count()).toBe(2);
    const judged = await page.locator(".judged").textContent();
    expect(judged).toContain("符合收入低于监测线 人均年收入 2,847.50 元，监测线 8,700.00 元");
  });

  it("answers an objection with sealed words", async () => {
    const opened = await openPage("grid", path);
    const { page } = opened;
    await opens(page);
    await page.getByRole("button", { name: "答复第 2 条异议" }).click();
    await page.locator(".people-form", { hasText: "提异议的人会收到通知" }).waitFor();
    await page.getByLabel("答复", { exact: true }).fill("工资已计入收入");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(lastOf(opened)).toMatchObject({
      name: "registry.answerObjection",
      input: { case: mockCaseId, objection: 1 },
      said: { kind: "caseText", words: "工资已计入收入" },
    });
  });

  it("says what is missing before anything is signed, and accepts with the part of the file in the same act", async () => {
    const opened = await openPage("grid", path);
    const { page, contents } = opened;
    await opens(page);
    await page.keyboard.press("d");
    const go = page.getByRole("button", { name: "去签名" });
    await go.click();
    expect(await page.locator(".people-form [role=alert]").textContent()).toBe("请选怎么定");
    await page.getByLabel(/同意纳入/).check();
    await page.getByLabel("理由").fill("符合条件，公示无有效异议");
    await go.click();
    await page.keyboard.press("Enter");
    await signed(page);
    const { name, input, said } = lastOf(opened);
    expect(name).toBe("registry.decideCase");
    expect(said).toMatchObject({ words: "符合条件，公示无有效异议" });
    const part = input.part as { base: number; content: string };
    expect(contents.parts.get(part.content)?.part).toMatchObject({ kind: "part", reason: "case" });
    expect(part.base).toBe(6);
  });

  it("shows to the public only lines that were previewed", async () => {
    const opened = await openPage("grid", path);
    const { page } = opened;
    await opens(page);
    await page.keyboard.press("o");
    await page.locator(".drawer .notice-preview", { hasText: "何*生" }).waitFor();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(lastOf(opened).said).toEqual({
      kind: "notice",
      number: "YL-03-0127",
      village: "云岭村",
      team: "3 组",
      head: "何*生",
      monitored: "3",
      cause: "01",
    });
  });

  it("prints its decision alone", async () => {
    const opened = await openPage("grid", path);
    const { page, registry } = opened;
    const by = { account: "0000000000000abc", name: "贺长风" };
    registry.changeCase({
      stage: "accepted",
      dueMs: null,
      may: [],
      steps: [
        {
          kind: "moved",
          stage: "accepted",
          by,
          timeMs: Date.UTC(2026, 10, 20),
          transaction: "ab".repeat(32),
          dueMs: null,
          objection: null,
          onBehalf: false,
          words: "符合条件",
        },
      ],
    });
    await opens(page);
    await page.getByRole("button", { name: "打印决定" }).waitFor();
    await page.emulateMedia({ media: "print" });
    const paper = page.locator(".decision-paper");
    expect(await paper.textContent()).toContain("理由：符合条件");
    expect(await paper.isVisible()).toBe(true);
    expect(await page.locator(".matter-side, .matter-body, .act-foot").filter({ visible: true }).count()).toBe(0);
  });
});

const objecting = `${path}/objection`;
const said = { objection: 0, onBehalf: false, timeMs: Date.UTC(2026, 10, 20), transaction: "ab".repeat(32) };

describe("who objects to a public notice", () => {
  it.each(looks)(
    "does so on a page that is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `cases objection ${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, go, registry } = await openPage("citizen", objecting, look);
      await page.locator(".people-form").waitFor();
      await lookAt(page, name("form"));
      registry.changeOwnObjections({ rows: [{ ...said, words: "他家有一辆车", answer: null }] });
      await go(objecting);
      await page.locator(".objections").waitFor();
      await lookAt(page, name("waits"));
      const answer = { timeMs: said.timeMs, transaction: said.transaction, words: "车是单位的，已核实" };
      registry.changeOwnObjections({ notice: null, rows: [{ ...said, words: "他家有一辆车", answer }] });
      await go(objecting);
      await page.locator(".objections .answer").waitFor();
      await lookAt(page, name("answered"));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("sees what the public sees, opens no file, and says it with their own words and key", async () => {
    const opened = await openPage("supplier", objecting);
    const { page, session, registry } = opened;
    await page.locator(".notice-preview", { hasText: "何*生" }).waitFor();
    await page.getByLabel("异议的内容").fill("他家有一辆车");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("dialog.signing", { hasText: "对何*生家的公示提异议" }).waitFor();
    registry.changeOwnObjections({ rows: [{ ...said, words: "他家有一辆车", answer: null }] });
    await page.keyboard.press("Enter");
    await signed(page);
    await page.locator(".objections", { hasText: "等枫溪镇政府答复" }).waitFor();
    expect(await page.locator(".people-form").count()).toBe(0);
    expect(session.commands).toHaveLength(1);
    expect(lastOf(opened)).toMatchObject({
      name: "registry.objectToCase",
      input: { case: mockCaseId },
      said: { kind: "caseText", words: "他家有一辆车" },
    });
  });

  it("is told that a notice has ended, and who to turn to", async () => {
    const { page, registry, go } = await openPage("supplier", objecting);
    registry.changeOwnObjections({ notice: null });
    await go(objecting);
    await page.locator(".state", { hasText: "对结果有意见的，可以向枫溪镇政府反映" }).waitFor();
    expect(await page.locator(".people-form, .notice-preview").count()).toBe(0);
  });
});

describe("a household's page", () => {
  it("shows its cases, and begins none while one is open", async () => {
    const { page } = await openPage("grid", `/registry/${mockHouseholdId}`);
    await opens(page);
    const part = page.locator("#part-cases");
    await part.getByRole("link", { name: "纳入监测" }).waitFor();
    expect(await part.getByRole("button").count()).toBe(0);
  });
});
