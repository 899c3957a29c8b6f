import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Words } from "./command.ts";
import type { Registry } from "./registry.ts";

/** What the log says of one transaction, as far as its sentence needs it. Nothing in it is secret: anyone may read the log. */
export interface AuditFacts {
  /** Name of the command; `deadlineCommand` for what happened by itself, `containerCommand` for a container. */
  readonly command: string;
  /** "ok" or the code of the refusal. */
  readonly result: string;
  /** Lines of a payment batch. */
  readonly lines: number;
  readonly events: readonly { readonly data: CanonicalObject }[];
}

export interface AuditLanguage {
  readonly registry: Pick<Registry, "commands" | "payments" | "refusals">;
  /** ISO 4217 code, and how many decimals its minor unit has. */
  readonly currency: { readonly code: string; readonly decimals: number };
}

/** Stands where a command's name stands, for what a deadline brought about, or a proof of the engine's. */
export const deadlineCommand = "ledger.deadline";
/** The same for a container that counts for nothing. */
export const containerCommand = "ledger.container";
const containerWords: Words = { en: "a member's container", zh: "成员提交的容器" };
const deadlineWords: Words = { en: "carried out what fell due or was proven", zh: "到期或已证明的事项自动办理" };
const listMarks: Words = { en: ", ", zh: "、" };
const placeholder = /\{(\w+)(:money)?\}/g;

type Tongue = keyof Words;
type Value = CanonicalObject[string];

/**
 * The audit trail's sentence of one transaction. Its fields are read from the events, which repeat what was carried out;
 * a refused transaction has none, and its sentence is the act's title with the reason.
 */
export function auditSentence(language: AuditLanguage, facts: AuditFacts): Words {
  return { en: sentenceIn("en", language, facts), zh: sentenceIn("zh", language, facts) };
}

function sentenceIn(tongue: Tongue, { registry, currency }: AuditLanguage, facts: AuditFacts): string {
  const { command: name, result, lines } = facts;
  const command = registry.commands.get(name);
  const known = (command ?? registry.payments.get(name))?.title;
  const title = (isContainer(facts) ? containerWords : known)?.[tongue] ?? name;
  if (result !== "ok") return refusedIn(tongue, { title, code: result, reason: registry.refusals.get(result) });
  // Asked after the refusal: anyone may sign an unknown command of this name, and nothing came of it.
  if (name === deadlineCommand) return deadlineWords[tongue];
  if (command === undefined) return batchIn(tongue, { title, lines });
  return fill(command.audit[tongue], { tongue, currency, events: facts.events }) ?? title;
}

const containerResults = ["DUPLICATE_CONTAINER", "VOID_CONTAINER", "BODY_LOST"];

/** Asked by the reason too, which only the ledger gives: anyone may sign an unknown command of this name. */
function isContainer({ command, result }: AuditFacts): boolean {
  return command === containerCommand && containerResults.includes(result);
}

/** The reason in words where they stand without details, which the log does not keep; its code otherwise. */
function refusedIn(tongue: Tongue, parts: { title: string; code: string; reason: Words | undefined }): string {
  const { title, code, reason } = parts;
  const words = reason?.[tongue];
  const isWhole = words !== undefined && words.search(placeholder) < 0;
  if (tongue === "zh") return isWhole ? `拒绝：${title}。${words}` : `拒绝：${title}（${code}）`;
  return isWhole ? `refused: ${title}. ${words}` : `refused: ${title} (${code})`;
}

function batchIn(tongue: Tongue, { title, lines }: { title: string; lines: number }): string {
  const count = grouped(String(lines));
  if (tongue === "zh") return `${title}：${count} 行`;
  return `${title}: ${count} ${lines === 1 ? "line" : "lines"}`;
}

/** Undefined where no event has a field that the text names: half a sentence would say something else. */
function fill(
  text: string,
  parts: { tongue: Tongue; currency: AuditLanguage["currency"]; events: AuditFacts["events"] },
): string | undefined {
  const { tongue, currency, events } = parts;
  let isWhole = true;
  const filled = text.replaceAll(placeholder, (whole, name: string, money: string | undefined) => {
    const value = findField(events, name);
    if (value === undefined) isWhole = false;
    else if (money !== undefined && typeof value === "number") return moneyText(value, currency);
    return value === undefined ? whole : valueText(value, listMarks[tongue]);
  });
  return isWhole ? filled : undefined;
}

/** From the last event that has it: what leads up to an act, such as opening a tranche, comes first. */
function findField(events: AuditFacts["events"], name: string): Value | undefined {
  return events.findLast(({ data }) => data[name] !== undefined)?.data[name];
}

function valueText(value: Value, listMark: string): string {
  if (Array.isArray(value)) return value.map((item) => valueText(item, listMark)).join(listMark);
  if (value === null || typeof value !== "object") return String(value);
  return Object.values(value)
    .map((item) => valueText(item, listMark))
    .join(" ");
}

/** `CNY 1,234.56` of 123456 minor units. */
function moneyText(minor: number, { code, decimals }: AuditLanguage["currency"]): string {
  const digits = String(minor).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const fraction = decimals > 0 ? `.${digits.slice(cut)}` : "";
  return `${code} ${grouped(digits.slice(0, cut))}${fraction}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
