import type { ErasureLine } from "@mingbai/registry/views/erasures";
import { describe, expect, it } from "vitest";
import { erasurePaper } from "./erasure-paper.ts";
import { loadTypst } from "./load-typst.ts";
import { setPaper } from "./set-paper.ts";
import { enWords, textOfPaper, zhWords } from "./test-papers.ts";

const nowMs = 1_790_000_200_000;
const hash = (letter: string): string => letter.repeat(64);
const act = (name: string, letter: string) => ({
  by: { account: "00000000000000a1", name },
  timeMs: nowMs,
  transaction: hash(letter),
});
const row: ErasureLine = {
  erasure: "00000000000000e1",
  ground: "ownWish",
  state: "owed",
  subjects: [{ subject: "00000000000000b2", kind: "person", household: "00000000000000b1", number: "", name: "" }],
  asked: act("卢桂枝", "a"),
  decided: act("贺长风", "b"),
  vaults: [
    {
      organisation: { id: "fengxi", en: "Fengxi Town", zh: "枫溪镇政府" },
      said: { timeMs: nowMs, transaction: hash("c"), statement: hash("d") },
    },
    { organisation: { id: "audit", en: "Audit Office", zh: "区审计局" }, said: null },
  ],
  completedMs: null,
  mayDecide: false,
};
const typst = await loadTypst();

describe("the proof of an erasure on paper", () => {
  it.each([zhWords, enWords])("names each act with its transaction, and who is missing: $language", (words) => {
    const paper = erasurePaper({ row, height: 7 }, nowMs, words);
    const text = textOfPaper(paper).replaceAll("\n", "");
    for (const letter of ["a", "b", "c"]) expect(text).toContain(hash(letter));
    expect(text).toContain(words.language === "zh" ? "区审计局还没有声明" : "Audit Office has not said so yet");
    expect(text).toContain("00000000000000b2");
    expect(paper.proof?.lines.join("").replaceAll(" ", "")).toContain(hash("c"));
  });

  it.skipIf(typst === undefined)("is set as PDF", () => {
    const set = typst && setPaper(typst, erasurePaper({ row, height: 7 }, nowMs, zhWords));
    expect(
      Buffer.from(set?.pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });
});
