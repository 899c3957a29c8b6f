import { EntryPolicy, type PolicyCondition } from "@mingbai/registry/content/policy/entry-policy";
import { parseAmount } from "../payments/parse-amount.ts";

export const stepNames = ["villageCheck", "review", "publicNotice", "decision", "observation"] as const;
export const monthNames = ["incomeMonths", "observationMonths"] as const;

/** A condition as it is typed; `isKept`: it stays in the policy. */
export interface TypedCondition {
  readonly id: string;
  readonly isKept: boolean;
  readonly isNew: boolean;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly saysZh: string;
  readonly saysEn: string;
  readonly when: string;
  readonly names: PolicyCondition["names"];
}

/** The next version as it is typed, begun from the one in force. */
export interface TypedPolicy {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly incomeLine: string;
  readonly days: Readonly<Record<(typeof stepNames)[number], string>>;
  readonly months: Readonly<Record<(typeof monthNames)[number], string>>;
  readonly entry: readonly TypedCondition[];
  readonly exit: readonly TypedCondition[];
}

export function typedFrom({ title, incomeLine, days, exit, conditions }: EntryPolicy, decimals: number): TypedPolicy {
  const texts = <Name extends string>(names: readonly Name[], of: Readonly<Record<Name, number>>) =>
    Object.fromEntries(names.map((name) => [name, String(of[name])])) as Record<Name, string>;
  return {
    titleZh: title.zh,
    titleEn: title.en,
    incomeLine: (incomeLine / 10 ** decimals).toFixed(decimals),
    days: texts(stepNames, days),
    months: texts(monthNames, exit),
    entry: conditions.map(typedCondition),
    exit: exit.conditions.map(typedCondition),
  };
}

function typedCondition({ id, title, says, when, names }: PolicyCondition): TypedCondition {
  const words = { titleZh: title.zh, titleEn: title.en, saysZh: says.zh, saysEn: says.en };
  return { id, isKept: true, isNew: false, ...words, when, names };
}

/** An empty condition with an id that none of these has. */
export function newCondition(among: readonly TypedCondition[]): TypedCondition {
  const taken = new Set(among.map(({ id }) => id));
  let number = 1;
  while (taken.has(`added${number}`)) number++;
  const words = { titleZh: "", titleEn: "", saysZh: "", saysEn: "" };
  return { id: `added${number}`, isKept: true, isNew: true, ...words, when: "", names: undefined };
}

/** The policy that is typed, as the version after the one in force; undefined where something is missing or no number. */
export function findPolicy(typed: TypedPolicy, inForce: EntryPolicy, decimals: number): EntryPolicy | undefined {
  const numbers = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, wholeOf(text)]));
  const read = EntryPolicy.safeParse({
    ...inForce,
    version: inForce.version + 1,
    title: { zh: typed.titleZh.trim(), en: typed.titleEn.trim() },
    incomeLine: parseAmount(typed.incomeLine, decimals),
    days: numbers(typed.days),
    conditions: conditionsOf(typed.entry),
    exit: { ...numbers(typed.months), conditions: conditionsOf(typed.exit) },
  });
  return read.success ? read.data : undefined;
}

function conditionsOf(typed: readonly TypedCondition[]) {
  return typed
    .filter(({ isKept }) => isKept)
    .map(({ id, titleZh, titleEn, saysZh, saysEn, when, names }) => ({
      id,
      title: { zh: titleZh.trim(), en: titleEn.trim() },
      says: { zh: saysZh.trim(), en: saysEn.trim() },
      when: when.trim(),
      ...(names !== undefined && { names }),
    }));
}

function wholeOf(text: string): number | undefined {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
