import { join } from "node:path";
import { askedAgainMsMax } from "@mingbai/testkit/browser/arrive";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { allLooks, looks } from "@mingbai/testkit/browser/looks";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { deepCount } from "@mingbai/testkit/deep";
import { describe, expect, it } from "vitest";
import { drain, openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const looksOfRun = deepCount(0, 1) === 1 ? allLooks : looks;

describe("pages of work", () => {
  const routesOf = [
    ["manager", ["/work", `/work/:${drain}`]],
    ["finance", ["/work/pay?matter=:无障碍改造 3 户，一次付清&matter=:小微水体清淤，预付款"]],
    ["supplier", ["/work/new", "/work/new?matter=:老年食堂 10 月运营费"]],
  ] as const;
  it.each(looksOfRun)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      for (const [role, routes] of routesOf) {
        const { page, faults, goWithin } = await openPage(role, "/", look);
        for (const route of routes) {
          await goWithin(route);
          const name = `${role}${route.replaceAll(/[^a-z]/g, "-").slice(0, 16)}-${Object.values(look).join("-")}.png`;
          const picture = join(shots, name);
          expect(await lookFaults(page, { picture }), `${route} (${picture})`).toEqual([]);
          expect(await page.locator("h1:not(.sr)").count(), route).toBe(1);
          expect(faults, route).toEqual([]);
        }
      }
    },
    120_000,
  );
});

describe("the work queue", () => {
  it("is worked by keyboard: down, into a matter, back to the same row", async () => {
    const { page, faults } = await openPage("manager", "/work");
    const rows = page.locator(".queue-table tr[data-matter]");
    expect(await rows.count()).toBe(5);
    expect(await page.locator(".grp").allTextContents()).toEqual(["已逾期 1", "今天到期 2", "以后 2"]);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const held = await page.locator(".queue-table tr.on").getAttribute("data-matter");
    expect(held).toBe(await rows.nth(1).getAttribute("data-matter"));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/work/${held}`);
    await page.locator(".matter-page").waitFor();
    await page.goBack();
    await rows.first().waitFor();
    expect(await page.locator(".queue-table tr.on").getAttribute("data-matter")).toBe(held);
    expect(faults).toEqual([]);
  });

  it("keeps its filters in the address, and says in words that nothing fits", async () => {
    const { page, go } = await openPage("manager", "/work?box=all&stage=passed");
    expect(await page.locator("tr[data-matter]").count()).toBe(3);
    await page.keyboard.press("/");
    await page.keyboard.type("路灯");
    await page.waitForURL(/text=/);
    await page.getByText("没有符合的").waitFor();
    await go("/work?text=路灯");
    expect(await page.locator("tr[data-matter]").count()).toBe(1);
  });

  it("puts new matters under a line and never moves the row in hand", async () => {
    const { page, workflow, path, go } = await openPage("manager", "/");
    await page.clock.install();
    await go("/work");
    await page.keyboard.press("j");
    const before = await page.locator("tr[data-matter]").evaluateAll((rows) => rows.map((row) => row.dataset.matter));
    const like = workflow.get(path(`:${drain}`));
    if (!like) throw new Error("no such matter");
    workflow.add({ ...like, id: "ab".repeat(32), title: "新来的", dueMs: mockNowMs + 60_000 });
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".fresh-line").waitFor();
    expect(await page.locator(".fresh-line").textContent()).toBe("1 件新的，点开看");
    expect(await page.locator("tr[data-matter]").evaluateAll((rows) => rows.map((row) => row.dataset.matter))).toEqual(
      before,
    );
    await page.locator(".fresh-line").click();
    await page.getByRole("link", { name: "新来的" }).waitFor();
  });

  it("says what is safe when the server is away", async () => {
    const { page, server, go } = await openPage("manager", "/");
    await page.clock.install();
    await go("/work");
    server.fail = true;
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".offline").first().waitFor();
    expect(await page.locator("tr[data-matter]").count()).toBe(5);
    server.fail = false;
    await go("/work?box=done");
    await page.getByText("还没有您办过的事").waitFor();
  });
});

describe("who is not signed in", () => {
  it("is told so, and how to come back here", async () => {
    const { page, go } = await openPage("manager", "/work");
    await page.context().addInitScript(() => localStorage.removeItem("mingbai.session"));
    await go(`/work/:${drain}`);
    const link = page.getByRole("link", { name: "去登录" });
    expect(await link.getAttribute("href")).toMatch(/^\/sign-in\?then=%2Fwork%2F[0-9a-f]{64}$/);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("the application form", () => {
  it("says what is missing at the field and in a summary, keeps a draft, and is sent once whole", async () => {
    const { page, session, contents, faults } = await openPage("supplier", "/work/new");
    await page.keyboard.press("Control+Enter");
    const summary = page.locator(".fault-summary");
    await summary.waitFor();
    expect(await summary.locator("li").count()).toBe(5);
    expect(await axeFaults(page)).toEqual([]);
    await summary.getByRole("link", { name: /申请金额/ }).click();
    await page.waitForFunction(() => document.activeElement?.id === "apply-amount");
    await page.keyboard.type("54,320");
    await page.locator("#apply-to").selectOption("qingshi");
    await page.locator("#apply-fund").selectOption("1");
    await page.locator("#apply-title").fill("公厕保洁 11 月服务费");
    await page.getByText("草稿已存 14:06").waitFor();
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#apply-title") !== null);
    expect(await page.locator("#apply-title").inputValue()).toBe("公厕保洁 11 月服务费");
    expect(await page.locator("#apply-amount").inputValue()).toBe("54,320");
    await page.locator("#apply-proposal").fill("按合同应付");
    await page.locator("#apply-files").setInputFiles({
      name: "发票.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.getByRole("button", { name: "去掉发票.pdf" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator("dialog.signing").waitFor();
    expect(await page.locator(".signing-sentence").textContent()).toContain("青石街道办事处");
    await page.keyboard.press("Enter");
    await signed(page);
    const [command] = session.commands;
    expect(command).toMatchObject({
      name: "workflow.submitMatter",
      input: { kind: "disbursement", to: "qingshi", terms: { fund: 1, amount: 5_432_000 } },
    });
    expect(contents.contents.get(String(command?.input.content))).toMatchObject({
      kind: "application",
      title: "公厕保洁 11 月服务费",
      files: [{ name: "发票.pdf", untrusted: false }],
    });
    await expect.poll(() => contents.drafts.size).toBe(0);
    // The mock does not enter the matter, so its page is not there.
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });

  it("says why a file was not taken, and keeps everything else", async () => {
    const { page } = await openPage("supplier", "/work/new");
    await page.locator("#apply-title").fill("路灯");
    await page
      .locator("#apply-files")
      .setInputFiles({ name: "a.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
    await page.getByText("不收程序文件").waitFor();
    expect(await page.locator("#apply-title").inputValue()).toBe("路灯");
  });

  it("corrects a returned matter with what was there, and says what is wanted", async () => {
    const { page, session } = await openPage("supplier", "/work/new?matter=:老年食堂 10 月运营费");
    expect(await page.locator("#apply-amount").inputValue()).toBe("76450.00");
    await page.getByText("缺监理月报").waitFor();
    await page.locator("#apply-proposal").fill("改好了");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.resubmitMatter", input: { version: 1 } });
  });
});
