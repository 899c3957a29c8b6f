import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { type mockPeople, mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import { serveMock } from "@mingbai/testkit/browser/mock/serve-mock";
import { deepCount } from "@mingbai/testkit/deep";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "./build.ts";
import { contentSecurityPolicy, withNonce } from "./csp.ts";

const shots = mkdtempSync(join(tmpdir(), "mingbai-work-"));
const pageWaitMsMax = 10_000;
const ledger = mockLedger({ count: 50 });

interface Look {
  readonly language: "zh" | "en";
  readonly size: "usual" | "large";
  readonly theme: "light" | "dark";
  readonly width: number;
}
const usual: Look = { language: "zh", size: "usual", theme: "light", width: 1440 };
const looks: readonly Look[] =
  deepCount(0, 1) === 1
    ? (["zh", "en"] as const).flatMap((language) =>
        (["usual", "large"] as const).flatMap((size) =>
          (["light", "dark"] as const).flatMap((theme) =>
            [360, 768, 1024, 1440, 1920].map((width): Look => ({ language, size, theme, width })),
          ),
        ),
      )
    : [
        usual,
        { language: "en", size: "usual", theme: "light", width: 360 },
        { language: "zh", size: "large", theme: "light", width: 360 },
        { language: "en", size: "large", theme: "dark", width: 1440 },
      ];

let browser: Browser;
let outDir: string;
let ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  // A folder of its own: another process may build the usual one at any moment.
  ({ outDir } = await buildWeb({ outDir: join(shots, "dist") }));
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

/** Someone at a page, with the mock ledger behind it; faults of the page are collected. */
async function open(role: keyof typeof mockPeople, route: string, look: Look = usual) {
  const work = mockWork(role);
  const server = await serveMock({
    rules: { outDir, contentSecurityPolicy, withNonce },
    answer: mockAnswers(ledger, { more: work.answers }),
    api: work.api,
  });
  const { language, size, theme, width } = look;
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 780 : 900 },
    reducedMotion: "reduce",
  });
  ends.push(
    () => context.close(),
    () => server.close(),
  );
  context.setDefaultTimeout(pageWaitMsMax);
  await context.addInitScript(
    (values: Record<string, string>) => {
      for (const [name, value] of Object.entries(values)) localStorage.setItem(`mingbai.${name}`, value);
    },
    { language, size, theme, session: work.keyId },
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  const go = async (to: string) => {
    await page.clock.setFixedTime(mockNowMs);
    await page.goto(server.url + work.path(to));
    await page.locator("main h1:not(.sr)").first().waitFor();
    await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  };
  await go(route);
  return { ...work, page, faults, go, server };
}

const drain = "枫桥里雨污分流改造，第 2 期进度款";
const signed = (page: Page) => page.locator("dialog.signing").waitFor({ state: "detached" });

describe("pages of work", () => {
  const routes = [
    ["manager", "/work"],
    ["manager", `/work/:${drain}`],
    ["finance", "/work/pay?matter=:无障碍改造 3 户，一次付清&matter=:小微水体清淤，预付款"],
    ["supplier", "/work/new"],
    ["supplier", "/work/new?matter=:老年食堂 10 月运营费"],
  ] as const;
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      for (const [role, route] of routes) {
        const { page, faults } = await open(role, route, look);
        const name = `${role}${route.replaceAll(/[^a-z]/g, "-").slice(0, 16)}-${Object.values(look).join("-")}.png`;
        await page.screenshot({ path: join(shots, name) });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${route} scrolls sideways (${shots}/${name})`).toBeLessThanOrEqual(0);
        expect(await axeFaults(page), `${route} (${shots}/${name})`).toEqual([]);
        expect(await page.locator("h1:not(.sr)").count(), route).toBe(1);
        expect(faults, route).toEqual([]);
      }
    },
    120_000,
  );
});

describe("the work queue", () => {
  it("is worked by keyboard: down, into a matter, back to the same row", async () => {
    const { page, faults } = await open("manager", "/work");
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
    const { page, go } = await open("manager", "/work?box=all&stage=passed");
    expect(await page.locator("tr[data-matter]").count()).toBe(3);
    await page.keyboard.press("/");
    await page.keyboard.type("路灯");
    await page.waitForURL(/text=/);
    await page.getByText("没有符合的").waitFor();
    await go("/work?text=路灯");
    expect(await page.locator("tr[data-matter]").count()).toBe(1);
  });

  it("puts new matters under a line and never moves the row in hand", async () => {
    const { page, workflow, path } = await open("manager", "/work");
    await page.keyboard.press("j");
    const before = await page.locator("tr[data-matter]").evaluateAll((rows) => rows.map((row) => row.dataset.matter));
    const like = workflow.get(path(`:${drain}`));
    if (!like) throw new Error("no such matter");
    workflow.add({ ...like, id: "ab".repeat(32), title: "新来的", dueMs: mockNowMs + 60_000 });
    await page.locator(".fresh-line").waitFor();
    expect(await page.locator(".fresh-line").textContent()).toBe("1 件新的，点开看");
    expect(await page.locator("tr[data-matter]").evaluateAll((rows) => rows.map((row) => row.dataset.matter))).toEqual(
      before,
    );
    await page.locator(".fresh-line").click();
    await page.getByRole("link", { name: "新来的" }).waitFor();
  });

  it("says what is safe when the server is away", async () => {
    const { page, server, go } = await open("manager", "/work");
    server.fail = true;
    await page.locator(".offline").first().waitFor();
    expect(await page.locator("tr[data-matter]").count()).toBe(5);
    server.fail = false;
    await go("/work?box=done");
    await page.getByText("还没有您办过的事").waitFor();
  });
});

describe("who is not signed in", () => {
  it("is told so, and how to come back here", async () => {
    const { page, go } = await open("manager", "/work");
    await page.context().addInitScript(() => localStorage.removeItem("mingbai.session"));
    await go(`/work/:${drain}`);
    const link = page.getByRole("link", { name: "去登录" });
    expect(await link.getAttribute("href")).toMatch(/^\/sign-in\?then=%2Fwork%2F[0-9a-f]{64}$/);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("a review", () => {
  it("returns with reasons field by field: no words, no return", async () => {
    const { page, session, contents, faults } = await open("manager", `/work/:${drain}`);
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
    const { page, session } = await open("manager", `/work/:${drain}`);
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
    const { page } = await open("manager", `/work/:${drain}`);
    expect(await page.locator(".field-table del").first().textContent()).toBe("826,000.00 元");
    await page.getByLabel("标出与第 1 版的不同").uncheck();
    expect(await page.locator(".field-table del").count()).toBe(0);
    await page.getByRole("tab", { name: /第 1 版/ }).click();
    expect(await page.locator(".field-table").textContent()).toContain("826,000.00 元");
  });

  it("forwards in one touch", async () => {
    const { page, session } = await open("manager", `/work/:${drain}`);
    await page.keyboard.press("f");
    await page.getByRole("button", { name: "区建设局" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.forwardMatter", input: { to: "construction" } });
  });

  it("says a refusal of the ledger in the modal, and loses nothing", async () => {
    const { page, workflow, path } = await open("manager", `/work/:${drain}`);
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
    const { page, session, faults } = await open("finance", "/work");
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
    const { page, session } = await open("manager", "/work/pay?matter=:小微水体清淤，预付款");
    expect(await page.locator(".pay-table .bad").textContent()).toContain("另一位财务监理");
    await page.keyboard.press("a");
    expect(await page.locator("dialog.signing").count()).toBe(0);
    expect(session.commands).toEqual([]);
  });
});

describe("the receiver", () => {
  it("confirms the full amount", async () => {
    const { page, session } = await open("supplier", "/work/:公厕保洁 10 月服务费");
    await page.keyboard.press("a");
    expect(await page.locator(".signing-sentence").textContent()).toContain("54,320.00 元");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.confirmMatter", input: { amount: 5_432_000 } });
  });

  it("disputes with words that the payer reads", async () => {
    const { page, session } = await open("supplier", "/work/:公厕保洁 10 月服务费");
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

describe("the application form", () => {
  it("says what is missing at the field and in a summary, keeps a draft, and is sent once whole", async () => {
    const { page, session, contents, faults } = await open("supplier", "/work/new");
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
    expect(contents.drafts.size).toBe(0);
    // The mock does not enter the matter, so its page is not there.
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });

  it("says why a file was not taken, and keeps everything else", async () => {
    const { page } = await open("supplier", "/work/new");
    await page.locator("#apply-title").fill("路灯");
    await page
      .locator("#apply-files")
      .setInputFiles({ name: "a.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
    await page.getByText("不收程序文件").waitFor();
    expect(await page.locator("#apply-title").inputValue()).toBe("路灯");
  });

  it("corrects a returned matter with what was there, and says what is wanted", async () => {
    const { page, session } = await open("supplier", "/work/new?matter=:老年食堂 10 月运营费");
    expect(await page.locator("#apply-amount").inputValue()).toBe("76450.00");
    await page.getByText("缺监理月报").waitFor();
    await page.locator("#apply-proposal").fill("改好了");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands[0]).toMatchObject({ name: "workflow.resubmitMatter", input: { version: 1 } });
  });
});
