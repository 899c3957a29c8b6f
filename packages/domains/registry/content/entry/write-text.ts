import type { Value } from "../file/value.ts";
import type { FieldDefinition, Option } from "../form/definition.ts";
import type { Divisions } from "./entry.ts";
import { decimalText } from "./exact-decimal.ts";
import { choicesBetween } from "./read-choices.ts";
import { microdegrees } from "./read-place.ts";

export type Language = "en" | "zh";

/**
 * A value as people read it, in forms, exports and time lines; `readText` reads the same value out of it. Numbers stand
 * without their unit, which the field names; money in yuan. A value that the field's type does not have comes as JSON.
 */
export function writeText(
  { of }: Pick<FieldDefinition, "of">,
  value: Value,
  language: Language,
  divisions?: Divisions,
): string {
  switch (of.type) {
    case "number":
      return typeof value === "number" ? decimalText(value, of.decimals) : plain(value);
    case "money":
      return typeof value === "number" ? yuan(value) : plain(value);
    case "yesNo":
      return typeof value === "boolean" ? yesNo(value, language) : plain(value);
    case "choice":
      return typeof value === "string" ? label(of.options, value, language) : plain(value);
    case "choices":
      return Array.isArray(value) ? labels(of.options, value, language) : plain(value);
    case "division":
      return typeof value === "string" ? divisionName(value, divisions) : plain(value);
    case "place":
      return Array.isArray(value) ? value.map(degrees).join(", ") : plain(value);
    case "photos":
      return Array.isArray(value) ? value.join(" ") : plain(value);
    default:
      return plain(value);
  }
}

function plain(value: Value): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function yuan(fen: number): string {
  const [whole = "", rest = ""] = decimalText(Math.abs(fen), 2).split(".");
  return `${fen < 0 ? "-" : ""}${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}.${rest.padEnd(2, "0")}`;
}

function yesNo(value: boolean, language: Language): string {
  if (language === "zh") return value ? "是" : "否";
  return value ? "Yes" : "No";
}

function label(options: readonly Option[], code: string, language: Language): string {
  return options.find((option) => option.code === code)?.[language] ?? code;
}

function labels(options: readonly Option[], codes: readonly (string | number)[], language: Language): string {
  const names = codes.map((code) => {
    const name = label(options, String(code), language);
    return choicesBetween.test(name) ? String(code) : name;
  });
  return names.join(language === "zh" ? "、" : "; ");
}

/** A name that means another village too would not be read back: then the code stands. */
function divisionName(code: string, divisions: Divisions | undefined): string {
  const name = divisions?.findName(code);
  if (name === undefined) return code;
  const found = divisions?.find(name) ?? [];
  return found.length === 1 && found[0] === code ? name : code;
}

function degrees(millionths: string | number): string {
  return typeof millionths === "number" ? decimalText(millionths, microdegrees) : millionths;
}
