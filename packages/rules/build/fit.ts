import { isDay } from "../days/read-day.ts";
import { RuleError } from "../language/rule-error.ts";
import type { ScalarType } from "../rule-type.ts";
import { typeWords, type Words } from "../words.ts";
import type { Built } from "./built.ts";

/** The part as one of type `wanted`. A text that stands in the rule is a day where a day belongs. Else `RuleError`. */
export function fit(part: Built, wanted: ScalarType, at: number): Built {
  if (part.type === wanted) return part;
  if (wanted === "day" && part.literal !== undefined) return literalDay(part, part.literal, at);
  throw wrongType(part, typeWords(wanted), at);
}

/** Two parts made alike where they can be: of one scalar type, or `RuleError`. */
export function fitTogether(left: Built, right: Built, at: number): { left: Built; right: Built; type: ScalarType } {
  if (typeof left.type !== "string") throw wrongType(left, anyScalar, at);
  if (typeof right.type !== "string") throw wrongType(right, anyScalar, at);
  const type = right.type === "day" ? "day" : left.type;
  return { left: fit(left, type, at), right: fit(right, type, at), type };
}

const anyScalar = { en: "a number, text, day, or yes or no", zh: "数、文字、日期或是否" };

export function wrongType(part: Built, wanted: Words, at: number): RuleError {
  const is = typeWords(part.type);
  const en = part.path === "" ? `Here is ${is.en}` : `“${part.path}” is ${is.en}`;
  const zh = part.path === "" ? `这里是${is.zh}` : `“${part.path}”是${is.zh}`;
  const words = { en: `${en}, where ${wanted.en} belongs.`, zh: `${zh}，应当是${wanted.zh}。` };
  return new RuleError("WRONG_TYPE", at, part.path, words);
}

function literalDay(part: Built, text: string, at: number): Built {
  if (isDay(text)) return { ...part, type: "day" };
  const en = `“${text}” is no day of the calendar; days are written 2026-11-22.`;
  throw new RuleError("NOT_A_DAY", at, text, { en, zh: `“${text}”不是日历上的日期，日期写作 2026-11-22。` });
}
