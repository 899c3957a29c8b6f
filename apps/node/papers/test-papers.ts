import type { MatterDetail } from "@mingbai/workflow/views";
import type { Paper } from "./paper.ts";
import { type PaperPlace, paperWords } from "./paper-words.ts";

export const place: PaperPlace = {
  ledger: "明白账演示区",
  currency: { code: "CNY", decimals: 2 },
  zoneOffsetMinutes: 480,
  url: "https://ledger.example",
};
export const zhWords = paperWords("zh", place);
export const enWords = paperWords("en", place);

const account = "00000000000000a1";
const hash = (letter: string): string => letter.repeat(64);
const office = { id: "civil", en: "Civil Affairs", zh: "区民政局" };

/** A matter that was passed and waits for its payment; its texts are hostile where `said` is. */
export function matterOf(said = "冬季取暖补贴"): MatterDetail {
  const party = { account, organisation: "street", name: said };
  const step = { height: 7, version: 1, holder: office, words: null };
  return {
    id: hash("a"),
    number: "MZ-2026-0001",
    kind: "disbursement",
    title: said,
    stage: "passed",
    version: 1,
    applicant: party,
    addressee: office,
    holder: office,
    fund: 1,
    fundName: "救助资金",
    payee: { account, name: said },
    amountMinor: 168_032,
    submittedMs: 1_790_000_000_000,
    changedMs: 1_790_000_100_000,
    dueMs: null,
    overdue: false,
    versions: [
      {
        version: 1,
        timeMs: 1_790_000_000_000,
        commitment: hash("c"),
        fund: 1,
        amountMinor: 168_032,
        payee: { account, name: said },
        content: {
          kind: "application",
          title: said,
          proposal: `${said}\n第二段`,
          contract: { number: "HT-1", party: said, signedOn: "2026-01-05", amount: 200_000 },
          invoices: [{ number: "0001", seller: said, issuedOn: "2026-02-01", amount: 168_032 }],
          files: [{ file: hash("f"), name: said, type: "application/pdf", bytes: 1_024, untrusted: false }],
        },
      },
    ],
    steps: [
      {
        ...step,
        transaction: hash("1"),
        timeMs: 1_790_000_000_000,
        act: "workflow.submitMatter",
        by: party,
        stage: "submitted",
      },
      {
        ...step,
        transaction: hash("2"),
        timeMs: 1_790_000_100_000,
        act: "workflow.passMatter",
        by: { ...party, organisation: "civil" },
        stage: "passed",
        words: { kind: "words", message: said, reasons: [{ field: "proposal", text: said }] },
      },
    ],
    checks: [{ check: "payeeKnown", passed: true, other: null }],
    may: [],
    paid: null,
    readAt: { height: 9, timeMs: 1_790_000_100_000 },
  };
}

/** Every text of a paper, in the order of reading. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "code" ? [] : textsOf(part)));
}

export function textOfPaper(paper: Paper): string {
  return textsOf(paper).join("\n");
}
