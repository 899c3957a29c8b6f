import type { Value } from "../file/value.ts";
import type { Fact, FactKind } from "./fact.ts";
import type { FactTrust, KindTrust } from "./fact-trust.ts";
import { monthsBetween } from "./months-between.ts";

/** `counts`: it is what is known. `outranked`: another fact about the same counts. `ahead`: its day is still to come. */
export type Standing = "counts" | "outranked" | "ahead";

export interface RankedFact {
  readonly fact: Fact;
  readonly standing: Standing;
  /** Full months from the fact's day to the day of the question. */
  readonly monthsOld: number;
  /** Older than its kind may be: whoever reads it should ask again. */
  readonly isOld: boolean;
  /** Of an outranked fact: the fact that counts in its place. */
  readonly by?: string;
}

interface Aged {
  readonly fact: Fact;
  readonly monthsOld: number;
  readonly isOld: boolean;
}

/**
 * What is known of one person on a day, from all that departments have said, in whatever order it came: by kind, the
 * newest first. Of one list's lines about the same the newest counts, several of one day together; of several sources one
 * that is not old, then the most trusted. Nothing is dropped: what is outranked names what counts.
 */
export function rankFacts(facts: readonly Fact[], trust: FactTrust, day: string): RankedFact[] {
  const ranked: RankedFact[] = [];
  for (const [kind, lines] of byKind(facts)) {
    const kindTrust = trust[kind];
    const aged = lines.map((fact) => agedFact(fact, kindTrust.oldMonths, day));
    ranked.push(...rankKind(aged, kindTrust));
  }
  return ranked;
}

function agedFact(fact: Fact, oldMonths: number | undefined, day: string): Aged {
  // A day that is still to come is below zero, however near.
  const monthsOld = fact.asOf > day ? -1 : monthsBetween(fact.asOf, day);
  return { fact, monthsOld, isOld: oldMonths !== undefined && monthsOld >= oldMonths };
}

/** Each line once, in one order: the rank must not depend on the order in which lists were brought. */
function byKind(facts: readonly Fact[]): Map<FactKind, Fact[]> {
  const sorted = facts.toSorted(compareFacts);
  const once = sorted.filter((fact, at) => {
    const last = sorted[at - 1];
    return last === undefined || compareFacts(last, fact) !== 0;
  });
  return Map.groupBy(once, ({ kind }) => kind);
}

function rankKind(lines: readonly Aged[], trust: KindTrust): RankedFact[] {
  const ahead = lines.filter(({ monthsOld }) => monthsOld < 0);
  const known = ahead.length === 0 ? lines : lines.filter(({ monthsOld }) => monthsOld >= 0);
  const ranked = groupBy(known, trust.sourcesBy).flatMap((about) => rankSources(about, trust));
  for (const one of ahead) ranked.push({ ...one, standing: "ahead" });
  return lines.length === 1 ? ranked : ranked.sort((a, b) => compareFacts(a.fact, b.fact));
}

function compareFacts(a: Fact, b: Fact): number {
  return (
    compareTexts(a.kind, b.kind) ||
    compareTexts(b.asOf, a.asOf) ||
    compareTexts(a.source, b.source) ||
    compareTexts(a.id, b.id) ||
    compareTexts(valuesText(a), valuesText(b))
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function valuesText({ values }: Fact): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => compareTexts(a, b)));
}

function groupBy(facts: readonly Aged[], fields: readonly string[]): Aged[][] {
  if (facts.length < 2 || fields.length === 0) return facts.length === 0 ? [] : [[...facts]];
  const groups = Map.groupBy(facts, ({ fact }) => JSON.stringify(fields.map((field) => saidIn(fact, field))));
  return [...groups.values()];
}

function saidIn(fact: Fact, field: string): Value | null {
  return fact.values[field] ?? null;
}

/** Of facts about the same: those of the best source's newest lines count. */
function rankSources(about: readonly Aged[], trust: KindTrust): RankedFact[] {
  const [first] = about;
  if (first === undefined) return [];
  if (about.length === 1) return [{ ...first, standing: "counts" }];
  const best = about.reduce((best, other) => (isBetter(other, best, trust) ? other : best));
  const lines = groupBy(
    about.filter(({ fact }) => fact.source === best.fact.source),
    trust.linesBy,
  );
  const newest = lines.flatMap((group) => newestOf(group));
  const counting = new Set(newest);
  return about.map((one) =>
    counting.has(one)
      ? { ...one, standing: "counts" }
      : { ...one, standing: "outranked", by: replacing(one, newest, trust).fact.id },
  );
}

function isBetter(one: Aged, other: Aged, trust: KindTrust): boolean {
  if (one.isOld !== other.isOld) return !one.isOld;
  return placeOf(one, trust) < placeOf(other, trust);
}

function placeOf({ fact: { source } }: Aged, { sources }: KindTrust): number {
  const place = sources.indexOf(source);
  return place < 0 ? sources.length : place;
}

/** The newest of lines that stand in order, the newest first. */
function newestOf(group: readonly Aged[]): Aged[] {
  return group.filter(({ fact }) => fact.asOf === group[0]?.fact.asOf);
}

/** What counts in the place of a fact: the line about the very same where there is one, else the source's newest. */
function replacing(one: Aged, newest: readonly Aged[], { linesBy }: KindTrust): Aged {
  const same = newest.find((other) => linesBy.every((field) => saidIn(other.fact, field) === saidIn(one.fact, field)));
  const found = same ?? newest[0];
  if (found === undefined) throw new Error("nothing counts among facts about the same");
  return found;
}
