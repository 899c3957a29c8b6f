import { axeFaults } from "@mingbai/testkit/browser/axe";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { describe, expect, it } from "vitest";
import { drain, openPage, signed, usePages } from "./test-work-pages.ts";

usePages();

describe("a review", () => {
  it("returns with reasons field by field: no words, no return", async () => {
    const { page, session, contents, faults } = await openPage("manager", `/work/:${drain}`);
    await page.keyboard.press("5");
    await page.waitForFunction(() => document.activeElement?.id === "how-proposal");
    const back = page.locator(".act-bar button", { hasText: "退回补正" });
    expect(await back.getAttribute("aria-disabled")).toBe("true");
    expect(await page.locator(".act-words").textContent()).toContain("写清楚怎样改");
    await page.keyboard.type("按监理月报改为 74 %");
    await page.getByRole("button", { name: "和材料不一致" }).click();
    expect(await page.locator(".act-bar .btn.p").textContent()).toContain("退回补正（1 处）");
    await page.locator(".act-bar .btn.p").click();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await signed(page);
    const [command] = session.commands;
    expect(command?.name).toBe("workflow.returnMatter");
    expect(contents.contents.get(String(command?.input.words))).toEqual({
      kind: "words",
      message: "",
      reasons: [{ field: "proposal", text: "和材料不一致，按监理月报改为 74 %" }],
    });
    await page.locator(".page-head .st", { hasText: "退回补正" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("passes with A twice and Enter; Esc goes back and signs nothing", async () => {
    const { page, session } = await openPage("manager", `/work/:${drain}`);
    await page.keyboard.press("a");
    await page.keyboard.press("a");
    await page.keyboard.press("Escape");
    await signed(page);
    expect(session.commands).toEqual([]);
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.map(({ name }) => name)).toEqual(["workflow.passMatter"]);
  });

  it("shows the old value struck beside the new, and hides it on request", async () => {
    const { page } = await openPage("manager", `/work/:${drain}`);
    expect(await page.locator(".field-table del").first().textContent()).toBe("826,000.00 元");
    await page.getByLabel("标出与第 1 版的不同").uncheck();
    expect(await page.locator(".field-table del").count()).toBe(0);
    await page.getByRole("tab", { name: /第 1 版/ }).click();
    expect(await page.locator(".field-table").textContent()).toContain("826,000.00 元");
  });

  it("forwards in one touch", async () => {
    const { page, session } = await openPage("manager", `/work/:${drain}`);
    await page.keyboard.press("f");
    await page.getByRole("button", { name: "区建设局" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.forwardMatter", input: { to: "construction" } });
  });

  it("says a refusal of the ledger in the modal, and loses nothing", async () => {
    const { page, workflow, path } = await openPage("manager", `/work/:${drain}`);
    workflow.refusedId = path(`:${drain}`);
    await page.keyboard.press("a");
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await page.locator("dialog.signing [role=alert]").waitFor();
    expect(await page.locator("dialog.signing [role=alert]").textContent()).toBe("事项现在是第 2 版");
    await page.keyboard.press("Escape");
    await signed(page);
    expect(await page.locator(".verdict-buttons .fine[aria-pressed=true]").count()).toBe(8);
  });
});

describe("the payment desk", () => {
  it("pays several passed matters with one signature over the list", async () => {
    const { page, session, faults } = await openPage("finance", "/work");
    await page.locator("tr.on").first().waitFor();
    for (const _ of [1, 2, 3]) {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
    }
    await page.locator(".ticked-bar .btn.p").click();
    await page.locator(".pay-table").waitFor();
    await page.keyboard.press("a");
    expect(await page.locator(".signing-totals").textContent()).toContain("371,600.00 元");
    await page.keyboard.press("Enter");
    await page.locator(".note.ok").waitFor();
    const [command] = session.commands;
    expect(command?.name).toBe("treasury.disburse");
    const items = command?.input.items as { from: { tranche: number; fund: number } }[];
    expect(items.map(({ from }) => [from.fund, from.tranche])).toEqual([
      [1, 6],
      [1, 7],
      [1, 6],
    ]);
    expect(faults).toEqual([]);
  });

  it("says beforehand who could pay instead", async () => {
    const { page, session } = await openPage("manager", "/work/pay?matter=:小微水体清淤，预付款");
    expect(await page.locator(".pay-table .bad").textContent()).toContain("另一位财务监理");
    await page.keyboard.press("a");
    expect(await page.locator("dialog.signing").count()).toBe(0);
    expect(session.commands).toEqual([]);
  });
});

describe("the receiver", () => {
  it("confirms the full amount", async () => {
    const { page, session } = await openPage("supplier", "/work/:公厕保洁 10 月服务费");
    await page.keyboard.press("a");
    expect(await page.locator(".signing-sentence").textContent()).toContain("54,320.00 元");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.confirmMatter", input: { amount: 5_432_000 } });
  });

  it("finds what they have not confirmed in time at the head of their queue, and how late it is", async () => {
    const { page, workflow, path, go, faults } = await openPage("supplier", "/work");
    workflow.change(path(":公厕保洁 10 月服务费"), { dueMs: mockNowMs - 26 * 3_600_000, overdue: true });
    await go("/work");
    await page.locator(".grp", { hasText: "已逾期 1" }).waitFor();
    expect(await page.locator("tr[data-matter]").first().textContent()).toContain("公厕保洁 10 月服务费");
    await go("/work/:公厕保洁 10 月服务费");
    await page.getByText("逾期 1 天").first().waitFor();
    expect(faults).toEqual([]);
  });

  it("disputes with words that the payer reads", async () => {
    const { page, session } = await openPage("supplier", "/work/:公厕保洁 10 月服务费");
    await page.keyboard.press("r");
    await page.keyboard.press("Control+Enter");
    await page.getByText("这一栏要填").waitFor();
    await page.keyboard.type("少了 1,000.00 元");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]?.name).toBe("workflow.disputeMatter");
  });
});
