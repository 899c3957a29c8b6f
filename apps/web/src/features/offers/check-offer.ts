import { takersPerOfferMax } from "@mingbai/treasury/schema/offers";
import { parseAmount } from "../payments/parse-amount.ts";
import { startOfDay } from "../people/days.ts";

const dayMs = 86_400_000;

/** An offer as typed. Days are `YYYY-MM-DD`, "" where none is chosen. */
export interface TypedOffer {
  readonly title: string;
  readonly about: string;
  /** Key of the place that the money comes from. */
  readonly place: string;
  readonly each: string;
  readonly count: string;
  readonly perDay: string;
  readonly from: string;
  readonly until: string;
  readonly who: "anyone" | "residents" | "organisation";
  readonly area: string;
  readonly organisation: string;
  readonly where: "registered" | "area" | "listed";
  readonly shopsArea: string;
  readonly shops: readonly string[];
}

export const emptyOffer: TypedOffer = {
  title: "",
  about: "",
  place: "",
  each: "",
  count: "",
  perDay: "",
  from: "",
  until: "",
  who: "anyone",
  area: "",
  organisation: "",
  where: "registered",
  shopsArea: "",
  shops: [],
};

export type OfferFault =
  | "title"
  | "place"
  | "each"
  | "count"
  | "perDay"
  | "until"
  | "order"
  | "area"
  | "organisation"
  | "shops"
  | "short";

/** What is known beside what was typed. */
interface Known {
  /** Free money at the chosen place; undefined where none is chosen. */
  readonly freeMinor: number | undefined;
  readonly decimals: number;
  readonly nowMs: number;
  readonly zoneOffsetMinutes: number;
}

/** The numbers of an offer, or the first thing that is missing or wrong. */
export function checkOffer(typed: TypedOffer, known: Known) {
  const { decimals, freeMinor, nowMs, zoneOffsetMinutes } = known;
  const eachMinor = readAmount(typed.each, decimals);
  const perDayMinor = readAmount(typed.perDay, decimals);
  const count = /^\d{1,7}$/.test(typed.count.trim()) ? Number(typed.count) : 0;
  const fromMs = Math.max(nowMs, typed.from === "" ? 0 : startOfDay(typed.from, zoneOffsetMinutes));
  const untilMs = typed.until === "" ? 0 : startOfDay(typed.until, zoneOffsetMinutes) + dayMs;
  const sumMinor = (eachMinor ?? 0) * count;
  const fault = ((): OfferFault | undefined => {
    if (typed.title.trim() === "") return "title";
    if (freeMinor === undefined) return "place";
    if (eachMinor === undefined) return "each";
    if (count < 1 || count > takersPerOfferMax) return "count";
    if (perDayMinor === undefined) return "perDay";
    if (sumMinor > freeMinor) return "short";
    if (untilMs <= nowMs) return "until";
    if (untilMs <= fromMs) return "order";
    return audienceFault(typed);
  })();
  return { fault, sumMinor, eachMinor: eachMinor ?? 0, perDayMinor: perDayMinor ?? 0, count, fromMs, untilMs };
}

function audienceFault(typed: TypedOffer): OfferFault | undefined {
  if (typed.who === "residents" && typed.area === "") return "area";
  if (typed.who === "organisation" && typed.organisation === "") return "organisation";
  if (typed.where === "area" && typed.shopsArea === "") return "area";
  return typed.where === "listed" && typed.shops.length === 0 ? "shops" : undefined;
}

function readAmount(text: string, decimals: number): number | undefined {
  const minor = parseAmount(text, decimals);
  return minor !== undefined && minor !== null && minor > 0 ? minor : undefined;
}

/** Who may take it and where it is spent, as the command says them. */
export function audienceOf(typed: TypedOffer) {
  const { who, area, organisation, where, shopsArea, shops } = typed;
  const takers =
    who === "anyone" ? { kind: who } : who === "residents" ? { kind: who, area } : { kind: who, organisation };
  const merchants =
    where === "registered"
      ? { kind: where }
      : where === "area"
        ? { kind: where, area: shopsArea }
        : { kind: where, accounts: [...shops] };
  return { takers, merchants };
}
