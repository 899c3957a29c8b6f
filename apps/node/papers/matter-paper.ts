import { type FieldWords, fieldLines, fieldsShown } from "@mingbai/app-web/src/features/matter/field-lines";
import { sayStep } from "@mingbai/app-web/src/features/matter/say-step";
import type { MatterDetail, MatterStep } from "@mingbai/workflow/views";
import { capitalAmount } from "./capital-amount.ts";
import type { Paper, PaperBlock, PaperFact } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";
import { proofOf, shortId } from "./proof-of.ts";

type Party = NonNullable<MatterStep["by"]>;

/** What a matter's paper needs besides the matter itself. */
export interface MatterPaperWords extends PaperWords {
  organisation(id: string): string;
}

/** The approval sheet of a matter as its reader sees it: fields of the newest version, checks, time line, who signed. */
export function matterPaper(matter: MatterDetail, nowMs: number, words: MatterPaperWords): Paper {
  const { t, p, language } = words;
  const last = matter.steps.at(-1);
  return {
    language,
    title: p("matter"),
    from: matter.addressee[language],
    number: matter.number,
    state: t(`matter.stage.${matter.stage}`),
    facts: factsOf(matter, words),
    blocks: [...contentBlocks(matter, words), timeLine(matter.steps, words)],
    stamps: stampsOf(matter, words),
    proof: last === undefined ? null : proofOf(last.transaction, p("proofMatter"), words),
    footer: p("footer", { ledger: words.place.ledger, time: words.time(nowMs), height: matter.readAt.height }),
  };
}

function factsOf(matter: MatterDetail, words: MatterPaperWords): PaperFact[] {
  const { t, p, language, place } = words;
  const facts = [
    { label: t("matter.field.title"), lines: [matter.title === "" ? t("work.sealed") : matter.title] },
    { label: t("matter.applicant"), lines: [partyText(matter.applicant, words)] },
    { label: t("matter.field.terms.payee"), lines: [matter.payee.name] },
    { label: t("matter.field.terms.fund"), lines: [matter.fundName] },
    { label: t("matter.field.terms.amount"), lines: [words.moneyWithUnit(matter.amountMinor)] },
  ];
  const inYuan = language === "zh" && place.currency.code === "CNY";
  return inYuan ? [...facts, { label: p("capital"), lines: [`人民币${capitalAmount(matter.amountMinor)}`] }] : facts;
}

const aboveBlocks: readonly string[] = ["title", "terms.amount", "terms.fund", "terms.payee"];

function contentBlocks(matter: MatterDetail, words: MatterPaperWords): PaperBlock[] {
  const { t, p } = words;
  const version = matter.versions.at(-1);
  if (version === undefined) return [];
  const fields = fieldsShown
    .filter((field) => !aboveBlocks.includes(field))
    .map((field) => ({ label: t(`matter.field.${field}`), lines: shownLines(matter, version, { field, words }) }));
  const checks = matter.checks.map(({ check, passed, other }) => {
    const said = t(`matter.check.${check}.${passed ? "passed" : "failed"}`);
    return other === null ? said : `${said} ${other.number}`;
  });
  const checked = checks.length === 0 ? [] : [{ label: t("matter.checked"), lines: checks }];
  return [{ kind: "fields", heading: p("content"), fields: [...fields, ...checked] }];
}

function shownLines(
  matter: MatterDetail,
  version: MatterDetail["versions"][number],
  { field, words }: { field: (typeof fieldsShown)[number]; words: MatterPaperWords & FieldWords },
): readonly string[] {
  if (version.content === null) return [words.t("matter.sealed")];
  const lines = fieldLines(version, field, { named: matter, words });
  return lines.length === 0 ? [words.t("matter.empty")] : lines;
}

function timeLine(steps: readonly MatterStep[], words: MatterPaperWords): PaperBlock {
  const { t, p } = words;
  return {
    kind: "table",
    heading: p("timeLine"),
    columns: [
      { head: p("time"), side: "left", parts: 20 },
      { head: p("act"), side: "left", parts: 22 },
      { head: p("who"), side: "left", parts: 22 },
      { head: p("words"), side: "left", parts: 26 },
      { head: p("receipt"), side: "left", parts: 10 },
    ],
    rows: steps.map((step) => [
      words.time(step.timeMs),
      sayStep(step, words),
      step.by === null ? t("matter.bySystem") : partyText(step.by, words),
      saidIn(step, words),
      shortId(step.transaction),
    ]),
    note: "",
  };
}

function saidIn({ words: said }: MatterStep, { t }: PaperWords): string {
  if (said === null) return "";
  const reasons = said.reasons.map(
    ({ field, text }) => t("matter.reasonOf", { field: t(`matter.field.${field}`) }) + text,
  );
  return [said.message, ...reasons].filter((line) => line !== "").join("\n");
}

const signingActs = [
  { act: "workflow.submitMatter", label: "matter.applicant" },
  { act: "workflow.passMatter", label: "matter.step.review" },
  { act: "treasury.disburse", label: "matter.step.pay" },
  { act: "workflow.confirmMatter", label: "matter.step.confirm" },
] as const;

/** Who signed each of the four steps last; those still to come are left blank for ink. */
function stampsOf({ steps }: MatterDetail, words: MatterPaperWords): PaperFact[] {
  const { t, p } = words;
  return signingActs.map(({ act, label }) => {
    const step = steps.findLast((one) => one.act === act);
    const lines =
      step?.by == null
        ? []
        : [partyText(step.by, words), p("signed"), words.time(step.timeMs), shortId(step.transaction)];
    return { label: t(label), lines };
  });
}

function partyText({ name, organisation }: Party, words: MatterPaperWords): string {
  if (organisation === "") return name;
  const full = words.organisation(organisation);
  return name === "" || name === full ? full : `${full} ${name}`;
}
