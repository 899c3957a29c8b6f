import type { ResultOf } from "@mingbai/app-web/src/api/view";
import type { TrackStep, trackView } from "@mingbai/treasury/views";
import type { Paper, PaperFact } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";
import { proofOf, shortId } from "./proof-of.ts";

/** The life of one payment as the page of its track tells it: facts and the table of steps. */
export function trackPaper(track: ResultOf<typeof trackView>, nowMs: number, words: PaperWords): Paper {
  const { t, p, language } = words;
  const { payment, burnedMinor } = track;
  const [transaction = ""] = payment.id.split("-");
  const facts: PaperFact[] = [
    { label: t("payments.reference"), lines: [payment.reference] },
    { label: t("track.amount"), lines: [words.moneyWithUnit(payment.amountMinor)] },
    { label: t("track.payee"), lines: [payment.payee.nature === "many" ? t("ui.many") : payment.payee.name] },
    { label: t("track.purpose"), lines: [payment.purpose] },
    { label: t("track.fund"), lines: [payment.fund.name] },
    { label: t("track.head.burn"), lines: [words.moneyWithUnit(burnedMinor)] },
  ];
  return {
    language,
    title: p("track"),
    from: words.place.ledger,
    number: payment.reference,
    state: t(`payments.status.${payment.status}`),
    facts,
    blocks: [stepsTable(track.steps, words)],
    stamps: [],
    proof: proofOf(transaction, p("proofTrack"), words),
    footer: p("footer", { ledger: words.place.ledger, time: words.time(nowMs), height: track.readAt.height }),
  };
}

function stepsTable(steps: readonly TrackStep[], words: PaperWords): Paper["blocks"][number] {
  const { t, p } = words;
  const partyName = (party: TrackStep["from"]): string =>
    party?.nature === "many" ? t("ui.many") : (party?.name ?? "");
  return {
    kind: "table",
    heading: t("track.steps"),
    columns: [
      { head: t("track.step"), side: "left", parts: 13 },
      { head: t("track.time"), side: "left", parts: 18 },
      { head: t("track.from"), side: "left", parts: 20 },
      { head: t("track.to"), side: "left", parts: 20 },
      { head: t("track.money", { unit: words.unit }), side: "right", parts: 17 },
      { head: p("receipt"), side: "left", parts: 12 },
    ],
    rows: steps.map((step) => [
      `${step.step} ${t(`track.kind.${step.kind}`)}`,
      words.time(step.timeMs),
      partyName(step.from),
      partyName(step.to),
      words.money(step.amountMinor),
      [shortId(step.transaction.id), step.bankReference ?? ""].filter((text) => text !== "").join("\n"),
    ]),
    note: "",
  };
}
