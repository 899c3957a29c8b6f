import { join } from "node:path";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { describe, expect, it } from "vitest";
import { drain, openPage, shots, usePages } from "./test-work-pages.ts";

usePages();

describe("the pages of notices", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const { page, faults, goWithin } = await openPage("manager", "/", look);
      for (const route of ["/notices", `/mail/end/${"ab".repeat(32)}`]) {
        await goWithin(route);
        const name = `notices${route.length}-${Object.values(look).join("-")}.png`;
        const picture = join(shots, name);
        expect(await lookFaults(page, { picture, isWhole: true }), `${route} (${picture})`).toEqual([]);
        expect(faults, route).toEqual([]);
      }
    },
    120_000,
  );
});

describe("the bell", () => {
  it("counts what is not read; opening a notice opens its matter and reads it", async () => {
    const { page, faults, path } = await openPage("manager", "/work");
    const bell = page.locator(".bell");
    await page.locator(".bell-count").waitFor();
    const before = Number(await page.locator(".bell-count").textContent());
    expect(before).toBeGreaterThan(3);
    expect(await bell.getAttribute("aria-label")).toBe(`通知，${before} 条没读`);
    await bell.click();
    await page.locator(".notice").first().waitFor();
    expect(await page.locator(".notice.unread").count()).toBe(before);
    await page.getByRole("link", { name: drain }).click();
    await page.waitForURL(`**${path(`/work/:${drain}`)}`);
    await page.goBack();
    await page.locator(".notice.unread").first().waitFor();
    expect(await page.locator(".notice.unread").count()).toBe(before - 1);
    expect(await page.locator(".bell-count").textContent()).toBe(String(before - 1));
    expect(faults).toEqual([]);
  });

  it("is silent once all is read, on this device and the next", async () => {
    const { page, session, go } = await openPage("manager", "/notices");
    await page.getByRole("button", { name: "全部标为已读" }).click();
    await page.locator(".bell-count").waitFor({ state: "detached" });
    expect(session.settings.kept.notices.read).toEqual([]);
    expect(Number(session.settings.kept.notices.seen)).toBeGreaterThan(0);
    await go("/notices?show=unread");
    await page.getByText("没有没读的通知").waitFor();
    expect(await page.locator(".bell").getAttribute("aria-label")).toBe("通知");
  });
});

describe("notices by mail", () => {
  it("are asked for with an address, kinds and pace, and ended with one button", async () => {
    const { page, session, faults } = await openPage("manager", "/notices");
    await page.getByLabel("邮箱地址").fill("lin");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("请写完整的邮箱地址").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel("邮箱地址").fill("lin@mail.example");
    await page.getByLabel("退回补正").uncheck();
    await page.getByLabel("马上发").check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存，从现在起的新通知会发到 lin@mail.example").waitFor();
    expect(session.settings.kept.mail.choice).toEqual({
      address: "lin@mail.example",
      kinds: ["came", "paid", "disputed", "overdue", "recovery", "message", "explained", "soon"],
      pace: "atOnce",
    });
    await page.getByRole("button", { name: "不再发邮件，删掉地址" }).click();
    await page.getByText("已删掉地址，不再发邮件").waitFor();
    expect(session.settings.kept.mail.choice).toBeNull();
    expect(await page.getByLabel("邮箱地址").inputValue()).toBe("");
    expect(faults).toEqual([]);
  });

  it("end from the address in a mail, by a button and not by opening it, for who is not signed in", async () => {
    const { page, go } = await openPage("manager", "/work");
    await page.context().addInitScript(() => localStorage.removeItem("mingbai.session"));
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(new URL(request.url()).pathname));
    const address = `/mail/end/${"ab".repeat(32)}`;
    await go(address);
    expect(sent).toEqual([]);
    expect(await page.locator(".bell").count()).toBe(0);
    await page.getByRole("button", { name: "停收邮件" }).click();
    await page.getByText("已经停了，地址也删了").waitFor();
    expect(sent).toEqual([address]);
  });

  it("are said to be not set up where the node sends none", async () => {
    const { page, session, go } = await openPage("manager", "/work");
    session.settings.kept.mail = { isSetUp: false, choice: null, isRefused: false };
    await go("/notices");
    await page.getByText("这里没有设置邮件服务器").waitFor();
    expect(await page.getByLabel("邮箱地址").count()).toBe(0);
  });
});

describe("a filter with a name", () => {
  it("is kept on the node with those of this device, and is there on the next", async () => {
    const { page, session, go, faults } = await openPage("manager", "/work?box=all&stage=passed");
    const here = { work: [{ name: "本机存的", search: "box=done" }] };
    await page.evaluate((kept) => localStorage.setItem("mingbai.savedViews", JSON.stringify(kept)), here);
    await go("/work?box=all&stage=passed");
    await page.getByRole("button", { name: "存下这个筛选" }).click();
    await page.getByLabel("起个名字").fill("等出款");
    await page.getByRole("button", { name: "存下", exact: true }).click();
    await page.getByRole("link", { name: "等出款" }).waitFor();
    expect(session.settings.kept.views).toEqual({
      work: [...here.work, { name: "等出款", search: "box=all&stage=passed" }],
    });
    await page.evaluate(() => localStorage.removeItem("mingbai.savedViews"));
    await go("/work");
    await page.getByRole("link", { name: "等出款" }).click();
    await page.waitForURL("**/work?box=all&stage=passed");
    await page.getByRole("button", { name: "不再留“本机存的”" }).click();
    await page.getByRole("link", { name: "本机存的" }).waitFor({ state: "detached" });
    expect(session.settings.kept.views.work).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});
