import { isDay } from "../days/read-day.ts";
import { textUnitsMax } from "../limits.ts";
import { isList, type ListType, type RuleType } from "../rule-type.ts";
import { missing, tooLarge, wrongValue } from "./stopped.ts";

/** Judges a value from outside: gives it as a value of `type`, or `Stopped` where it is absent or no such value. */
export type Accept = (raw: unknown) => unknown;

export function accept(type: RuleType, at: number, path: string): Accept {
  const absent = missing(at, path);
  const wrong = wrongValue(at, path, type);
  const large = tooLarge(at, path);
  const whyNot = (raw: unknown) => (raw === undefined || raw === null ? absent : wrong);
  switch (type) {
    case "int":
      // Adding 0 makes +0 of −0, which a comparison would tell apart nowhere but a caller could.
      return (raw) => (Number.isSafeInteger(raw) ? (raw as number) + 0 : whyNot(raw));
    case "bool":
      return (raw) => (typeof raw === "boolean" ? raw : whyNot(raw));
    case "day":
      return (raw) => (typeof raw === "string" && isDay(raw) ? raw : whyNot(raw));
    case "string":
      return (raw) => (typeof raw !== "string" ? whyNot(raw) : raw.length > textUnitsMax ? large : raw);
    default:
      return isList(type) ? acceptList(type, whyNot, large) : acceptRecord(whyNot);
  }
}

function acceptList({ itemsMax }: ListType, whyNot: Accept, large: unknown): Accept {
  return (raw) => (!Array.isArray(raw) ? whyNot(raw) : raw.length > itemsMax ? large : raw);
}

function acceptRecord(whyNot: Accept): Accept {
  return (raw) => (typeof raw === "object" && raw !== null && !Array.isArray(raw) ? raw : whyNot(raw));
}
