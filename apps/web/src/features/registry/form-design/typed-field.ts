import { decimalText, findExactDecimal, scaled } from "@mingbai/registry/content/entry/exact-decimal";
import { FieldDefinition, type FieldType, fieldClasses, type Option } from "@mingbai/registry/content/form/definition";

export const fieldTypes = [
  "text",
  "number",
  "money",
  "day",
  "yesNo",
  "choice",
  "choices",
  "phone",
  "identityNumber",
  "creditCode",
  "division",
  "place",
  "photos",
] as const satisfies readonly FieldType["type"][];

/** A field as it is typed: everything is text until it is put into the form. */
export interface TypedField {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType["type"];
  readonly class: FieldDefinition["class"];
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: string;
  readonly min: string;
  readonly max: string;
  readonly charsMax: string;
  readonly countMax: string;
  /** A line each: code Chinese | English; a retired one begins with a minus. */
  readonly options: string;
  readonly required: boolean;
  readonly helpZh: string;
  readonly helpEn: string;
  readonly aliases: string;
}

const empty: TypedField = {
  id: "",
  zh: "",
  en: "",
  type: "text",
  class: fieldClasses[4],
  unitZh: "",
  unitEn: "",
  decimals: "0",
  min: "0",
  max: "",
  charsMax: "100",
  countMax: "9",
  options: "",
  required: false,
  helpZh: "",
  helpEn: "",
  aliases: "",
};

const optionLine = /^(-?)\s*([A-Za-z0-9]{1,12})\s+(.+?)\s*\|\s*(.+)$/u;
const between = /[、，,;；]\s*/u;

/** What stands in the editor for a field; an empty editor for a new one. */
export function typedFrom(field: FieldDefinition | undefined): TypedField {
  if (field === undefined) return empty;
  const { id, label, class: seenBy, of, required, help, aliases } = field;
  return {
    ...empty,
    id,
    zh: label.zh,
    en: label.en,
    type: of.type,
    class: seenBy,
    required: required === true,
    helpZh: help?.zh ?? "",
    helpEn: help?.en ?? "",
    aliases: (aliases ?? []).join("、"),
    ...typedOf(of),
  };
}

function typedOf(of: FieldType): Partial<TypedField> {
  switch (of.type) {
    case "number":
      return {
        unitZh: of.unit.zh,
        unitEn: of.unit.en,
        decimals: String(of.decimals),
        min: decimalText(of.min, of.decimals),
        max: decimalText(of.max, of.decimals),
      };
    case "text":
      return { charsMax: String(of.charsMax) };
    case "photos":
      return { countMax: String(of.countMax) };
    case "choice":
    case "choices":
      return { options: of.options.map(lineOf).join("\n") };
    default:
      return {};
  }
}

function lineOf({ code, zh, en, retired }: Option): string {
  return `${retired ? "-" : ""}${code} ${zh} | ${en}`;
}

/** The field that is typed, or the name of what is missing or not right. `was`: the field before, whose details that are not typed stay. */
export function readTyped(
  typed: TypedField,
  was: FieldDefinition | undefined,
): FieldDefinition | { readonly wrong: keyof TypedField } {
  const of = typeOf(typed, was?.of);
  if ("wrong" in of) return of;
  const aliases = typed.aliases.split(between).filter((one) => one.trim() !== "");
  const [helpZh, helpEn] = [typed.helpZh.trim(), typed.helpEn.trim()];
  if ((helpZh === "") !== (helpEn === "")) return { wrong: helpZh === "" ? "helpZh" : "helpEn" };
  const read = FieldDefinition.safeParse({
    id: typed.id.trim(),
    label: { en: typed.en.trim(), zh: typed.zh.trim() },
    class: typed.class,
    of,
    ...(typed.required && { required: true }),
    ...(helpZh !== "" && { help: { zh: helpZh, en: helpEn } }),
    ...(aliases.length > 0 && { aliases: aliases.map((one) => one.trim()) }),
    ...(was?.retired && { retired: true }),
  });
  return read.success ? read.data : { wrong: nameOf(read.error.issues[0]?.path ?? []) };
}

function nameOf([first, second]: readonly PropertyKey[]): keyof TypedField {
  if (first === "label") return second === "zh" ? "zh" : "en";
  if (first === "id" || first === "class" || first === "aliases") return first;
  if (first === "help") return second === "zh" ? "helpZh" : "helpEn";
  const ofNames: readonly (keyof TypedField)[] = ["charsMax", "countMax", "options", "min", "max", "decimals"];
  return ofNames.find((name) => name === second) ?? (second === "unit" ? "unitZh" : "type");
}

function typeOf(typed: TypedField, was: FieldType | undefined): object | { readonly wrong: keyof TypedField } {
  const { type } = typed;
  switch (type) {
    case "number":
      return numberOf(typed, was);
    case "text":
      return { type, charsMax: Number(typed.charsMax) };
    case "photos":
      return { type, countMax: Number(typed.countMax) };
    case "choice":
    case "choices": {
      const options = optionsOf(typed.options, was);
      return options === undefined ? { wrong: "options" } : { type, options };
    }
    default:
      return { type };
  }
}

function numberOf(typed: TypedField, was: FieldType | undefined): object | { readonly wrong: keyof TypedField } {
  const decimals = Number(typed.decimals);
  const [min, max] = [wholeOf(typed.min, decimals), wholeOf(typed.max, decimals)];
  if (min === undefined) return { wrong: "min" };
  if (max === undefined || max < min) return { wrong: "max" };
  const others = was?.type === "number" && was.otherUnits !== undefined && { otherUnits: was.otherUnits };
  const unit = { en: typed.unitEn.trim(), zh: typed.unitZh.trim() };
  return { type: "number", decimals, unit, min, max, ...others };
}

function wholeOf(text: string, places: number): number | undefined {
  const found = findExactDecimal(text.trim());
  const read = found && scaled(found, { places });
  return read?.isExact ? read.whole : undefined;
}

/** Other spellings of an answer are not typed here: those that were there stay. */
function optionsOf(text: string, was: FieldType | undefined): readonly Option[] | undefined {
  const before = was !== undefined && "options" in was ? was.options : [];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const options = lines.flatMap((line): Option[] => {
    const [, minus, code = "", zh = "", en = ""] = optionLine.exec(line.trim()) ?? [];
    const aliases = before.find((option) => option.code === code)?.aliases;
    return code === "" ? [] : [{ code, zh, en, ...(aliases && { aliases }), ...(minus === "-" && { retired: true }) }];
  });
  return options.length === lines.length && options.length > 0 ? options : undefined;
}
