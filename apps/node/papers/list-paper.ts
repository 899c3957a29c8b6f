import type { ResultOf } from "@mingbai/app-web/src/api/view";
import type { PaymentRow } from "@mingbai/treasury/views";
import type { ManifestRow } from "@mingbai/treasury/views/acts";
import type { manifestBatchesView } from "@mingbai/treasury/views/manifest-batches";
import type { Paper, PaperBlock, PaperFact } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";
import { proofOf, shortId } from "./proof-of.ts";

/** The most lines that a result sheet prints; a list of a million is handed out as a file. */
export const linesPrintedMax = 1_000;

/** What the tables know of a list; `lines` are the first of those that were paid, `people` the names of its accounts. */
export interface ListTold {
  readonly list: ManifestRow;
  readonly batches: ResultOf<typeof manifestBatchesView>["rows"];
  readonly lines: readonly PaymentRow[];
  readonly people: ReadonlyMap<string, string>;
  readonly height: number;
}

/** The result of a list: what was proposed, who approved, what was paid and what stayed, and each line. */
export function listPaper({ list, batches, lines, people, height }: ListTold, nowMs: number, words: PaperWords): Paper {
  const { t, p, language } = words;
  const sumText = (count: number, minor: number): string =>
    p("people", { count: count.toLocaleString("en-US"), sum: words.moneyWithUnit(minor) });
  const facts: PaperFact[] = [
    { label: t("list.payer"), lines: [list.payer.name] },
    { label: t("list.fund"), lines: [`${list.fund.name} ${t("list.tranche", { tranche: list.tranche })}`] },
    { label: t("list.proposed"), lines: [words.time(list.proposed.timeMs)] },
    { label: p("asked"), lines: [sumText(list.count, list.totalMinor)] },
    { label: p("paid"), lines: [sumText(list.paidCount, list.paidMinor)] },
    { label: p("refused"), lines: [words.moneyWithUnit(list.refusedMinor)] },
  ];
  return {
    language,
    title: p("list"),
    from: list.payer.name,
    number: t("list.unnamed", { code: list.manifest.slice(0, 8) }),
    state: stateText(list, words),
    facts,
    blocks: [...batchesTable(batches, words), ...linesTable(list, lines, words)],
    stamps: stampsOf(list, people, words),
    proof: proofOf(list.proposed.transaction, p("proofList"), words),
    footer: p("footer", { ledger: words.place.ledger, time: words.time(nowMs), height }),
  };
}

function stateText({ state, approvals, paidBatches, batches }: ManifestRow, { t }: PaperWords): string {
  return t(`list.state.${state}`, { approvals, done: paidBatches, of: batches });
}

function batchesTable(batches: ListTold["batches"], words: PaperWords): PaperBlock[] {
  const { t, p } = words;
  if (batches.length === 0) return [];
  return [
    {
      kind: "table",
      heading: p("batches"),
      columns: [
        { head: p("batch"), side: "left", parts: 10 },
        { head: t("list.amount", { unit: words.unit }), side: "right", parts: 25 },
        { head: p("state"), side: "left", parts: 25 },
        { head: p("bankLine"), side: "left", parts: 25 },
        { head: p("receipt"), side: "left", parts: 15 },
      ],
      rows: batches.map(({ transaction, totalMinor, status, bankReference }, index) => [
        String(index + 1),
        words.money(totalMinor),
        t(`payments.status.${status}`),
        bankReference ?? "",
        shortId(transaction),
      ]),
      note: "",
    },
  ];
}

function linesTable(list: ManifestRow, lines: readonly PaymentRow[], words: PaperWords): PaperBlock[] {
  const { t, p } = words;
  if (lines.length === 0) return [];
  const counts = { count: lines.length.toLocaleString("en-US"), all: list.paidCount.toLocaleString("en-US") };
  return [
    {
      kind: "table",
      heading: p("results"),
      columns: [
        { head: t("payments.reference"), side: "left", parts: 22 },
        { head: t("payments.payee"), side: "left", parts: 20 },
        { head: t("payments.purpose"), side: "left", parts: 26 },
        { head: t("list.amount", { unit: words.unit }), side: "right", parts: 16 },
        { head: p("state"), side: "left", parts: 16 },
      ],
      rows: lines.map((line) => [
        line.reference,
        line.payee.nature === "many" ? t("ui.many") : line.payee.name,
        line.purpose,
        words.money(line.amountMinor),
        t(`payments.status.${line.status}`),
      ]),
      note: lines.length < list.paidCount ? p("more", counts) : "",
    },
  ];
}

/** Who proposed and who approved; that enough people did is for everybody, who they are for those who look after the money. */
function stampsOf({ people, approvals }: ManifestRow, names: ListTold["people"], words: PaperWords): PaperFact[] {
  const { t, p } = words;
  if (people === null)
    return approvals === 0 ? [] : [{ label: t("list.signers"), lines: [p("hidden", { count: approvals })] }];
  const signed = (account: string): string[] => [names.get(account) ?? account, p("signed")];
  return [
    { label: t("list.signer.proposed"), lines: signed(people.proposer) },
    ...[0, 1].map((place) => {
      const account = people.approvers[place];
      return { label: p("approver", { place: place + 1 }), lines: account === undefined ? [] : signed(account) };
    }),
  ];
}
