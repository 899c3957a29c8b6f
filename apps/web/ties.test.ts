import { join } from "node:path";
import { fromHex } from "@mingbai/codec/hex";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks, usual } from "@mingbai/testkit/browser/looks";
import { mockGovernance, openProposalId } from "@mingbai/testkit/browser/mock/mock-governance";
import { mockCounty, mockNewCounty } from "@mingbai/testkit/browser/mock/mock-levels";
import { mockOfficeAnswers } from "@mingbai/testkit/browser/mock/mock-office";
import { sceneNodeOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneRosterNotes } from "@mingbai/testkit/ledger-scene/scene-roster-notes";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const form = "/governance/propose?kind=tie";
const ofCounty = (act: string) => `${form}&act=${act}&ledger=${mockCounty.ledger}`;
const successor = sceneNodeOf("dongxi-hospital");
const notesOf = ({ ledger, origin, nodes }: typeof mockCounty | typeof mockNewCounty) =>
  sceneRosterNotes(
    [
      { nodes, fromHeight: 0 },
      { nodes: [...nodes.slice(1), successor], fromHeight: 4_000 },
    ],
    { origin, chain: fromHex(ledger) },
  );
const [oldNote = "", nextNote = ""] = await notesOf(mockCounty);
const [newNote = ""] = await notesOf(mockNewCounty);
const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const choose = (page: Page, name: string, text: string) =>
  page.locator("input[type=file]").setInputFiles(file(name, text));

describe("the form about a tie to another ledger", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll, whatever is done: $language $size $theme $width px",
    async (look) => {
      const { page, faults, goWithin } = await openPage("manager", "/governance", look, mockOfficeAnswers);
      const places = [
        { name: "join", place: form, opened: newNote },
        { name: "wrong", place: form, opened: "nothing" },
        { name: "roster", place: ofCounty("roster"), opened: nextNote },
        { name: "funds", place: ofCounty("funds"), opened: undefined },
        { name: "close", place: ofCounty("close"), opened: undefined },
      ];
      for (const { name, place, opened } of places) {
        await goWithin(place);
        if (opened !== undefined) {
          await choose(page, "roster.txt", opened);
          await page.locator(name === "wrong" ? "p.note.bad" : "#tie-effect").waitFor();
        }
        const picture = join(shots, `tie-${name}-${Object.values(look).join("-")}.png`);
        expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("takes a ledger on from its roster's file, and says what that means before it is signed", async () => {
    const { page, session } = await openPage("manager", form, usual, mockOfficeAnswers);
    const go = page.getByRole("button", { name: "去签名" });
    await go.click();
    await page.getByText("请打开那个账本的名册文件").waitFor();
    await choose(page, "page.html", "<html>");
    await page.getByText("没有读入 page.html：里面不是账本的名册").waitFor();
    await choose(page, "dongxi.txt", oldNote);
    await page.getByText("本账本已经认得它，叫东溪县").waitFor();
    await choose(page, "nanpu.txt", newNote);
    await page.getByText("已读入 nanpu.txt：第 0 期名册，4 家，签名都对").waitFor();
    const effect = page.getByRole("region", { name: "会怎么样" });
    await effect.getByText("nanpu-finance、nanpu-audit、nanpu-civil-affairs、nanpu-bank").waitFor();
    await effect.getByText("4 家，拜占庭容错").waitFor();
    await effect.getByText("4 票里的 3 票签名才采信").waitFor();
    await page.getByLabel("对本账本来说是").selectOption("上级");
    await effect.getByText("它的签名够数，就能在本账本凭证明造出资金").waitFor();
    await go.click();
    await page.getByText("本账本已有上级：江东省").waitFor();
    await page.getByLabel("对本账本来说是").selectOption("下级");
    await page.getByLabel("在本账本里叫什么").fill("南浦县");
    await page.getByLabel("第 1 行，这里的编号").fill("1");
    await page.getByLabel("理由").fill("省里批复设县级账本");
    await go.click();
    await page.getByText("专项资金的编号要填从 1 起的整数，两边都填").waitFor();
    await page.getByLabel("第 1 行，那里的编号").fill("7");
    await effect.getByText("这里的 1 号是那里的 7 号").waitFor();
    await go.press("Enter");
    await page.getByText("提案：与账本 南浦县 建立上下级联系。").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const tie = {
      ...{ kind: "join", ledger: mockNewCounty.ledger, as: "child", name: "南浦县", roster: newNote },
      funds: [{ own: 1, theirs: 7 }],
    };
    expect(session.commands).toMatchObject([
      { name: "governance.propose", input: { change: { kind: "tie", tie }, base: 0 } },
    ]);
  });

  it("approves a next roster, where the file is the next and follows the last", async () => {
    const { page, session } = await openPage("manager", `${form}&act=roster`, usual, mockOfficeAnswers);
    await page.getByLabel("账本", { exact: true }).selectOption("东溪县（下级）");
    await page.getByText("加上 /roster/1").waitFor();
    await choose(page, "roster-0.txt", oldNote);
    await page.getByText("这是第 0 期。认可到了第 0 期，下一份是 /roster/1").waitFor();
    await choose(page, "nanpu.txt", newNote);
    await page.getByText("这是另一个账本的名册").waitFor();
    await choose(page, "roster-1.txt", nextNote);
    const effect = page.getByRole("region", { name: "会怎么样" });
    await effect.getByRole("row", { name: /dongxi-finance 离开/ }).waitFor();
    await effect
      .getByRole("row", { name: /dongxi-hospital 新加入/ })
      .getByText("5 把新的")
      .last()
      .waitFor();
    await effect.getByText("它的检查点按第 1 期名册认").waitFor();
    await page.getByLabel("理由").fill("财政所撤并，卫生院接替");
    await page.getByRole("button", { name: "去签名" }).press("Enter");
    await page.getByRole("button", { name: /签名提案/ }).waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const tie = { kind: "roster", ledger: mockCounty.ledger, roster: nextNote };
    expect(session.commands).toMatchObject([{ input: { change: { kind: "tie", tie } } }]);
  });

  it("is read by voters as what stands beside what would: also which epoch, where only keys change", async () => {
    const governance = mockGovernance();
    const [open] = governance["governance.proposals"]({ id: openProposalId }).rows;
    const keepers = mockCounty.nodes.map(({ organisation }) => organisation);
    const before = { tie: { name: "东溪县", state: "open", funds: [], keepers } };
    const tie = { kind: "roster", ledger: mockCounty.ledger, roster: nextNote };
    const row = { ...open, change: { kind: "tie", tie }, before, subject: `tie/${mockCounty.ledger}` };
    const proposals = () => ({ ...governance["governance.proposals"]({}), rows: [row] });
    const place = `/governance/${openProposalId}`;
    const { page } = await openPage("manager", place, usual, {
      ...mockOfficeAnswers,
      "governance.proposals": proposals,
    });
    await page.getByRole("row", { name: "名册 第 1 期" }).waitFor();
    await page.getByRole("row", { name: /由谁维护 dongxi-finance、.* dongxi-audit、.*dongxi-hospital/ }).waitFor();
  });

  it("changes funds by rows, and says of a close that it is for ever", async () => {
    const { page, go } = await openPage("manager", ofCounty("funds"), usual, mockOfficeAnswers);
    const sign = page.getByRole("button", { name: "去签名" });
    await sign.click();
    await page.getByText("和现在的配对一样").waitFor();
    await page.getByRole("button", { name: "加一行" }).press("Enter");
    await page.getByLabel("第 2 行，这里的编号").fill("2");
    await page.getByLabel("第 2 行，那里的编号").fill("1");
    await sign.click();
    await page.getByText("同一个编号填了两次").waitFor();
    await page.getByRole("button", { name: "去掉第 1 行" }).press("Enter");
    const effect = page.getByRole("region", { name: "会怎么样" });
    await effect.getByText("这里的 2 号是那里的 1 号").waitFor();
    await effect.getByText("这里的 1 号是那里的 1 号").waitFor();
    await go(ofCounty("close"));
    await page.getByText("同一个账本关闭以后不能再建立联系").waitFor();
    await go(`${form}&act=roster&ledger=${"0".repeat(64)}`);
    await page.getByText("请选", { exact: true }).waitFor({ state: "attached" });
  });
});
