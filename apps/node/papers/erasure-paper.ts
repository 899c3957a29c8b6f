import type { ErasureLine } from "@mingbai/registry/views/erasures";
import type { Paper, PaperBlock, PaperFact } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";
import { proofOf } from "./proof-of.ts";

/** Digits of an identity that stand on one line of a narrow column. */
const groupChars = 16;

/** The proof of deletion on paper: whose files by their numbers alone, who asked and decided, what each organisation said. */
export function erasurePaper(
  { row, height }: { row: ErasureLine; height: number },
  nowMs: number,
  words: PaperWords,
): Paper {
  const { t, p, language } = words;
  const last = row.vaults.findLast(({ said }) => said !== null)?.said?.transaction;
  const transaction = last ?? row.decided?.transaction ?? row.asked.transaction;
  const said = row.vaults.filter((vault) => vault.said !== null).length;
  return {
    language,
    title: p("erasure"),
    from: words.place.ledger,
    number: row.erasure,
    state: t(`erasures.state.${row.state}`, { said, count: row.vaults.length }),
    facts: factsOf(row, words),
    blocks: [stepsTable(row, words)],
    stamps: [],
    proof: proofOf(transaction, p("proofErasure"), words),
    footer: p("footer", { ledger: words.place.ledger, time: words.time(nowMs), height }),
  };
}

function factsOf({ ground, subjects, completedMs }: ErasureLine, words: PaperWords): PaperFact[] {
  const { t, p } = words;
  return [
    { label: t("erasures.ground"), lines: [t(`erasures.ground.${ground}`)] },
    {
      label: t("erasures.about"),
      lines: subjects.map(({ kind, subject }) => `${t(`erasures.kind.${kind}`)} ${subject}`),
    },
    {
      label: t("erasures.step.complete"),
      lines: [completedMs === null ? p("notSigned") : words.time(completedMs)],
    },
  ];
}

function stepsTable({ asked, decided, vaults, state }: ErasureLine, words: PaperWords): PaperBlock {
  const { t, p, language } = words;
  const approved = t(state === "declined" ? "erasures.step.declined" : "erasures.step.approved");
  const nameOf = ({ account, name }: { account: string; name: string }) => (name === "" ? account : name);
  const acts = [
    [t("erasures.step.asked"), nameOf(asked.by), words.time(asked.timeMs), grouped(asked.transaction)],
    ...(decided === null
      ? []
      : [[approved, nameOf(decided.by), words.time(decided.timeMs), grouped(decided.transaction)]]),
    ...vaults.map(({ organisation, said }) => [
      t(said === null ? "erasures.vault.owes" : "erasures.vault.said", { organisation: organisation[language] }),
      organisation[language],
      said === null ? p("notSigned") : words.time(said.timeMs),
      said === null ? "" : grouped(said.transaction),
    ]),
  ];
  return {
    kind: "table",
    heading: t("erasures.steps"),
    columns: [
      { head: p("act"), side: "left", parts: 28 },
      { head: p("who"), side: "left", parts: 20 },
      { head: p("time"), side: "left", parts: 22 },
      { head: p("receipt"), side: "left", parts: 30 },
    ],
    rows: acts,
    note: t("erasures.proof.word"),
  };
}

function grouped(transaction: string): string {
  return (transaction.match(new RegExp(`.{1,${groupChars}}`, "g")) ?? []).join("\n");
}
