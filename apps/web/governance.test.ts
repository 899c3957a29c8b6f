import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks, usual } from "@mingbai/testkit/browser/looks";
import { openProposalId, rosterMember, rosterProposalId } from "@mingbai/testkit/browser/mock/mock-governance";
import { mockOfficeAnswers } from "@mingbai/testkit/browser/mock/mock-office";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const places = {
  list: "/governance",
  nodes: "/ledger/nodes",
  proposal: `/governance/${openProposalId}`,
  rules: "/governance/rules",
  form: "/governance/propose?kind=rule&of=freeze",
  roster: "/governance/propose?kind=roster&leaves=district-audit",
  rosterProposal: `/governance/${rosterProposalId}`,
} as const;

describe("the pages of governance", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const { page, faults, goWithin } = await openPage("manager", places.list, look, mockOfficeAnswers);
      for (const [name, place] of Object.entries(places)) {
        await goWithin(place);
        const picture = join(shots, `governance-${name}-${Object.values(look).join("-")}.png`);
        expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
    90_000,
  );

  it("vote with a signature: what it was, what it would be, who still has to", async () => {
    const { page, session } = await openPage("manager", places.list);
    await page.locator("td").getByText("等您投票").first().waitFor();
    await page.getByRole("link", { name: "每家机构每分钟可用的份额改成 9,000,000 笔" }).click();
    const line = page.locator("tr", { hasText: "每家机构每分钟可用的份额" });
    expect(await line.locator("del").textContent()).toBe("6,000,000 笔");
    expect(await line.locator("ins").textContent()).toBe("9,000,000 笔");
    expect(await page.getByText("还没投").count()).toBe(3);
    await page.getByText("赞成 1，反对 0，要 3 票赞成").first().waitFor();
    await page.getByRole("button", { name: "投赞成票" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    await page.getByText("已入账本").waitFor();
    expect(session.commands).toMatchObject([
      { name: "governance.vote", input: { proposal: openProposalId, choice: "for" } },
    ]);
  });

  it("propose from the rule that is to change, and say what is missing", async () => {
    const { page, session } = await openPage("manager", places.rules);
    await page.getByRole("link", { name: "提案改“审核的天数”" }).click();
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByText("还有要填的没填，或者超出范围").waitFor();
    await page.getByLabel("改成（天）").fill("7");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByText("请写理由").waitFor();
    await page.getByLabel("理由").fill("资料多，五天看不完");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByText("提案：审核的天数改成 7 天。").waitFor();
    await page.getByText("成员机构，每家一票，由管理员投；过半数赞成；7 天内").last().waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const change = { kind: "parameter", name: "workflow.submittedDays", value: 7 };
    expect(session.commands).toMatchObject([{ name: "governance.propose", input: { change, base: 0 } }]);
  });

  it("change the roster by hand and file: who comes and goes, what it means, what is wrong with a file", async () => {
    const { page, session } = await openPage("manager", "/governance/propose?kind=roster", usual, mockOfficeAnswers);
    const go = page.getByRole("button", { name: "去签名" });
    const open = (name: string, text: string) =>
      page.getByLabel(/打开公开文件/).setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
    await go.click();
    await page.getByText("和现在的名册一样：先加一家").waitFor();
    await open("secret.json", `{"cipher":"x"}`);
    await page.getByText("没有读入 secret.json：里面没有机构。").waitFor();
    const { organisation: _, power, ...keys } = rosterMember("nobody-knows");
    await open("stranger.yaml", stringify([{ id: "nobody-knows", power, keys }]));
    expect(await page.getByRole("link", { name: "去提案吸收它" }).getAttribute("href")).toBe(
      "/governance/propose?kind=admitMember&organisation=nobody-knows",
    );
    await open("civil-affairs.json", JSON.stringify([rosterMember("civil-affairs")]));
    await page.getByText("已读入 civil-affairs.json：civil-affairs").waitFor();
    const votes = page.getByLabel("civil-affairs的票权");
    await votes.fill("0");
    await page.getByText("从 1 到 1,000,000 的整数").waitFor();
    await go.click();
    await page.getByText("civil-affairs的票权要填 1 以上的整数").waitFor();
    await votes.fill("3");
    await page.getByRole("button", { name: "从名册去掉district-audit" }).press("Enter");
    await page.getByText("district-audit离开，原来票权 1；civil-affairs加入，票权 3").waitFor();
    await page.getByText("2 票里的 2 票 → 4 票里的 3 票").waitFor();
    await page.getByText("少于 4 家：一家停机或出错也不容").waitFor();
    await page.getByText("civil-affairs一家超过三分之二的票权").waitFor();
    await page.getByLabel("理由").fill("接替的已经准备好");
    await go.press("Enter");
    await page.getByText("提案：换记账名册，2 家。").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const members = [rosterMember("district-finance"), rosterMember("civil-affairs", 3)];
    expect(session.commands).toMatchObject([{ input: { change: { kind: "roster", members } } }]);
  });

  it("show who voted twice, where that is proven, and lead to the proposal about it", async () => {
    const { page, go } = await openPage("manager", places.list, usual, mockOfficeAnswers);
    const section = page.getByRole("region", { name: "重复投票" });
    await section.getByRole("row", { name: /2,931/ }).getByText("还在名册，没有提案").waitFor();
    expect(await section.getByRole("link", { name: "已表决去掉" }).getAttribute("href")).toBe(
      `/governance/${rosterProposalId}`,
    );
    const evidence = section.getByRole("link", { name: "civil-affairs重复投票的凭据" });
    expect(await evidence.getAttribute("href")).toMatch(/^\/ledger\/transactions\/[0-9a-f]{64}$/);
    await section.getByRole("link", { name: "提案去掉澜湾区财政局" }).click();
    await page.getByText("澜湾区财政局离开，原来票权 1").waitFor();
    await go("/ledger/nodes");
    await page.getByRole("region", { name: "重复投票" }).getByText("已表决去掉").waitFor();
  });

  it("show the contract template: whose turn it is, the days that were voted, and the way to propose others", async () => {
    const { page } = await openPage("manager", places.rules, usual, mockOfficeAnswers);
    const template = page.getByRole("region", { name: "合约模板：拨付" });
    await template.getByText("现在是第 1 版").waitFor();
    const row = template.getByRole("row", { name: /已批准/ });
    await row.getByRole("cell", { name: "批的机构：财务监理" }).waitFor();
    await row.getByText("表决定的").waitFor();
    await row.getByRole("link", { name: "提案改“审核通过后付款的天数”" }).click();
    await page.getByLabel("改成（天）").waitFor();
  });

  it("say that nobody voted twice", async () => {
    const none = { "governance.doubleVotes": () => ({ rows: [], next: null, readAt: { height: 1, timeMs: 0 } }) };
    const { page } = await openPage("manager", places.list, usual, { ...mockOfficeAnswers, ...none });
    await page.getByText("没有证明过谁重复投票").waitFor();
  });

  it("lift a freeze that members have confirmed, and show a roster's keys that are awaited", async () => {
    const { page, go, session } = await openPage("regulator", "/governance/propose?kind=liftFreeze");
    await page.getByLabel("冻结的是什么").selectOption({ index: 1 });
    await page.getByLabel("理由").fill("法院已经撤销");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByRole("button", { name: /签名提案/ }).waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      { input: { change: { kind: "liftFreeze", target: { kind: "account" } } } },
    ]);
    await go("/governance");
    await page.getByRole("link", { name: "换记账名册，3 家" }).click();
    await page.locator(".page-head").getByText("票够了，等同意").waitFor();
    expect(await page.getByText(/的持有证明/).count()).toBe(2);
  });
});
