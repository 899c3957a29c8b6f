import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import type { PaymentRow } from "@mingbai/treasury/views";
import type { ManifestRow } from "@mingbai/treasury/views/acts";
import { describe, expect, it } from "vitest";
import { linesPrintedMax, listPaper } from "./list-paper.ts";
import { loadTypst } from "./load-typst.ts";
import { matterPaper } from "./matter-paper.ts";
import type { Paper } from "./paper.ts";
import { setPaper } from "./set-paper.ts";
import { enWords, matterOf, textOfPaper, zhWords } from "./test-papers.ts";

const nowMs = 1_790_000_200_000;
const organisation = (id: string): string => (id === "civil" ? "区民政局" : id);
const matterWords = { ...zhWords, organisation };
const hash = (letter: string): string => letter.repeat(64);
const payer = { account: "00000000000000a1", name: "区民政局", nature: "organisation" as const };
const at = { transaction: hash("d"), height: 5, timeMs: nowMs };
const list: ManifestRow = {
  manifest: hash("e"),
  payer,
  fund: { id: "F", name: "救助资金" },
  tranche: 2,
  totalMinor: 300_000,
  count: 2_000,
  batches: 1,
  state: "paid",
  approvals: 2,
  paidBatches: 1,
  paidCount: 1_999,
  paidMinor: 299_850,
  refusedMinor: 150,
  proposed: at,
  approved: at,
  people: { proposer: "00000000000000b1", approvers: ["00000000000000b2", "00000000000000b3"] },
};
const line = (index: number): PaymentRow => ({
  id: `${hash("d")}-${index}`,
  reference: `R-${index}`,
  kind: "payment",
  status: "burned",
  paidOn: "2026-02-01",
  enteredMs: nowMs,
  amountMinor: 150,
  fund: list.fund,
  payee: { account: "00000000000000c1", name: "张**", nature: "person" },
  purpose: "冬季取暖",
  height: 6,
});
const told = {
  list,
  batches: [{ transaction: hash("d"), totalMinor: 299_850, status: "burned" as const, bankReference: "OUT-1" }],
  lines: Array.from({ length: linesPrintedMax }, (_, index) => line(index)),
  people: new Map([["00000000000000b2", "李批准"]]),
  height: 9,
};

/** The machine that sets papers, or the test is skipped by name where the platform has none. */
const typst = await loadTypst();
const pressed = describe.skipIf(typst === undefined);

function pagesOf(paper: Paper): { pdf: Uint8Array; pages: number } {
  if (typst === undefined) throw new Error("no typst here");
  return setPaper(typst, paper);
}

describe("the approval sheet of a matter", () => {
  it("has the fields, the amount in capitals, the time line and who signed", () => {
    const paper = matterPaper(matterOf(), nowMs, matterWords);
    const words = textOfPaper(paper);
    expect(paper).toMatchObject({ title: "资金审批单", number: "MZ-2026-0001", state: "已批准", from: "区民政局" });
    for (const said of [
      "1,680.32 元",
      "人民币壹仟陆佰捌拾元零叁角贰分",
      "第二段",
      "HT-1 冬季取暖补贴",
      "收款账户已登记",
      "审核通过",
      "为什么要这笔钱：冬季取暖补贴",
      "明白账演示区 · 2026 年 9 月 21 日 22:16 生成 · 账本高度 9",
    ])
      expect(words).toContain(said);
    expect(paper.stamps.map(({ label, lines }) => [label, lines.length])).toEqual([
      ["申请人", 4],
      ["审核", 4],
      ["出款", 0],
      ["收款确认", 0],
    ]);
  });

  it("says that a content is sealed, and nothing of it, to readers who may not see it", () => {
    const matter = matterOf("秘密");
    const versions = matter.versions.map((version) => ({
      ...version,
      content: null,
      payee: { ...version.payee, name: "" },
    }));
    const party = { account: "00000000000000a1", organisation: "street", name: "" };
    const steps = matter.steps.map((step) => ({ ...step, by: party, words: null }));
    const sealed = { ...matter, title: "", applicant: party, payee: { ...matter.payee, name: "" }, versions, steps };
    const words = textOfPaper(matterPaper(sealed, nowMs, matterWords));
    expect(words).not.toContain("秘密");
    expect(words).toContain("只有当事人和监管部门能看");
  });

  it("is in English too, without capitals of Chinese papers", () => {
    const words = textOfPaper(matterPaper(matterOf("Heating"), nowMs, { ...enWords, organisation: (id) => id }));
    expect(words).toContain("CNY 1,680.32");
    expect(words).not.toMatch(/人民币/);
  });
});

describe("the result sheet of a list", () => {
  it("has the sums, the approvers by name, the batches and the first lines, and says that there are more", () => {
    const paper = listPaper(told, nowMs, zhWords);
    const words = textOfPaper(paper);
    for (const said of [
      "2,000 人，3,000.00 元",
      "1,999 人，2,998.50 元",
      "1.50 元",
      "李批准",
      "OUT-1",
      "前 1,000 行，全部 1,999 行",
    ])
      expect(words).toContain(said);
    expect(paper.blocks.at(-1)).toMatchObject({ kind: "table", rows: { length: linesPrintedMax } });
  });

  it("names nobody to readers who may not see who approved", () => {
    const paper = listPaper({ ...told, list: { ...list, people: null } }, nowMs, zhWords);
    expect(paper.stamps).toEqual([{ label: "谁来签", lines: ["已有 2 人批准，姓名不公开"] }]);
  });
});

pressed("a paper as PDF", () => {
  it("has pages with numbers and Chinese glyphs of its own", () => {
    const { pdf, pages } = pagesOf(listPaper(told, nowMs, zhWords));
    expect(new TextDecoder("latin1").decode(pdf.subarray(0, 5))).toBe("%PDF-");
    expect(pages).toBeGreaterThan(10);
    expect(new TextDecoder("latin1").decode(pdf)).toMatch(/NotoSansSC/);
  });

  it.each(["#panic()", '"] #read("/etc/passwd")', "$x$ *a* _b_ <label> @ref", "\\u{0}", "//", "/*", "= heading"])(
    "takes %j for words",
    (said) => {
      expect(pagesOf(matterPaper(matterOf(said), nowMs, matterWords)).pages).toBe(1);
    },
  );

  it("is set whatever people write", () => {
    for (const said of naughtyStrings.filter((_, index) => index % 12 === 0))
      pagesOf(matterPaper(matterOf(said), nowMs, matterWords));
    const all = matterOf();
    const steps = naughtyStrings.flatMap((message) =>
      all.steps.slice(1).map((step) => ({ ...step, words: { kind: "words" as const, message, reasons: [] } })),
    );
    expect(pagesOf(matterPaper({ ...all, steps }, nowMs, matterWords)).pages).toBeGreaterThan(5);
  });
});
