import { join } from "node:path";
import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { askedAgainMsMax } from "@mingbai/testkit/browser/arrive";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openNodes } from "./test-nodes.ts";
import { shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const strip = (page: Page) => page.locator(".node-strip");
/** Fills all of the application but its file, which lies at one node. */
async function fillForm(page: Page): Promise<void> {
  await page.locator("#apply-amount").fill("54,320");
  await page.locator("#apply-to").selectOption("qingshi");
  await page.locator("#apply-fund").selectOption("1");
  await page.locator("#apply-title").fill("公厕保洁 11 月服务费");
}
async function finishForm(page: Page): Promise<void> {
  await page.locator("#apply-proposal").fill("按合同应付");
  const file = { name: "发票.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  await page.locator("#apply-files").setInputFiles(file);
  await page.getByRole("button", { name: "去掉发票.pdf" }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator("dialog.signing").waitFor();
  await page.keyboard.press("Enter");
  await signed(page);
}

describe("a page whose node goes away", () => {
  it("keeps a half-filled form, says who goes on with it, and what is signed goes through", async () => {
    const { page, nodes, session } = await openNodes("supplier", "/work/new");
    expect(await page.locator(".node-here").textContent()).toContain("在区财政局的节点上");
    await fillForm(page);
    await nodes.first.close();
    await strip(page).getByText("已换到区审计局的节点接着办").waitFor();
    expect(await page.locator("#apply-title").inputValue()).toBe("公厕保洁 11 月服务费");
    expect(await page.locator(".node-here").textContent()).toContain("在区审计局的节点上");
    await finishForm(page);
    expect(session.commands).toMatchObject([{ name: "workflow.submitMatter" }]);
  });

  it("while it signs: the same bytes go to another node, and count once", async () => {
    const { page, nodes, session, calls } = await openNodes("supplier", "/work/new");
    await fillForm(page);
    nodes.first.hangOn("/api/commands/workflow.submitMatter");
    await finishForm(page);
    expect(session.commands).toHaveLength(1);
    const sent = calls.filter(({ path }) => path.startsWith("/api/commands/"));
    expect(sent.map(({ node }) => node)).toEqual(["first", "second"]);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it("opens pages that were never opened before", async () => {
    const { page, nodes } = await openNodes("supplier", "/work/new");
    await page.waitForLoadState("networkidle");
    await nodes.first.close();
    await page.clock.fastForward(askedAgainMsMax);
    await strip(page).waitFor();
    await page.getByRole("link", { name: "节点", exact: true }).click();
    await page.locator("h1", { hasText: "节点" }).waitFor();
    expect(await page.getByText("本页在用").count()).toBeGreaterThan(0);
  });

  it("asks once where the new node does not know the person by itself, and loses nothing", async () => {
    const { page, nodes, session } = await openNodes("supplier", "/work/new", { refusesFirstSignIn: true });
    await fillForm(page);
    await nodes.first.close();
    await page.getByRole("heading", { name: "换了节点，要再登录一次" }).waitFor();
    await page.getByRole("button", { name: /再登录/ }).click();
    await page.locator("#apply-title").waitFor();
    expect(await page.locator("#apply-title").inputValue()).toBe("公厕保洁 11 月服务费");
    await finishForm(page);
    expect(session.commands).toHaveLength(1);
  });

  it("says so where no other answers, and goes on when one is back", async () => {
    const { page, nodes } = await openNodes("supplier", "/work/new");
    await fillForm(page);
    nodes.first.fail = true;
    nodes.second.fail = true;
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".note.offline").first().waitFor();
    nodes.second.fail = false;
    await page.clock.fastForward(askedAgainMsMax);
    await strip(page).getByText("已换到区审计局的节点接着办").waitFor();
    expect(await page.locator("#apply-amount").inputValue()).toBe("54,320");
  });
});

const troubles: Readonly<Record<string, (status: LedgerStatus) => LedgerStatus>> = {
  well: (status) => status,
  halted: (status) => ({
    ...status,
    quorum: { ...status.quorum, isThere: false },
    nodes: status.nodes.map((node, at) => ({ ...node, state: at === 0 ? "waiting" : at < 3 ? "silent" : node.state })),
  }),
  behind: (status) => ({
    ...status,
    nodes: status.nodes.map((node) => ({ ...node, state: "catchingUp", behindBlocks: 412 })),
  }),
};

describe("the nodes' page and the strip", () => {
  it.each(looks)("are clean for axe: $language $size $theme $width px", async (look) => {
    for (const [name, change] of Object.entries(troubles)) {
      const { page, faults } = await openNodes("supplier", "/ledger/nodes", { look, change });
      const picture = join(shots, `nodes-${name}-${Object.values(look).join("-")}.png`);
      expect(await lookFaults(page, { picture }), `${name} (${picture})`).toEqual([]);
      expect(await strip(page).count(), name).toBe(name === "well" ? 0 : 1);
      expect(faults, name).toEqual([]);
    }
  });
});
