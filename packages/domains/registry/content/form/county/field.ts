import type { FieldClass, FieldDefinition, FieldType, Option } from "../definition.ts";

/** Spelling of the county form: [id, Chinese, English]. */
type Named = readonly [id: string, zh: string, en: string];

interface Rest {
  readonly aliases?: string[];
  readonly required?: boolean;
  readonly help?: { en: string; zh: string };
}

/** Fields of one class, one after the other. */
export function fieldsOf(fieldClass: FieldClass) {
  const make = (of: FieldType, [id, zh, en]: Named, rest: Rest = {}): FieldDefinition => ({
    id,
    label: { en, zh },
    class: fieldClass,
    of,
    ...rest,
  });
  return {
    text: (named: Named, charsMax: number, rest?: Rest) => make({ type: "text", charsMax }, named, rest),
    money: (named: Named, rest?: Rest) => make({ type: "money" }, named, rest),
    day: (named: Named, rest?: Rest) => make({ type: "day" }, named, rest),
    yesNo: (named: Named, rest?: Rest) => make({ type: "yesNo" }, named, rest),
    count: (named: Named, max: number, unit: { en: string; zh: string }, rest?: Rest) =>
      make({ type: "number", decimals: 0, unit, min: 0, max }, named, rest),
    choice: (named: Named, options: readonly Option[], rest?: Rest) =>
      make({ type: "choice", options: [...options] }, named, rest),
    choices: (named: Named, options: readonly Option[], rest?: Rest) =>
      make({ type: "choices", options: [...options] }, named, rest),
    of: (type: FieldType, named: Named, rest?: Rest) => make(type, named, rest),
  };
}

/** One answer: [code, Chinese, English, other spellings]. */
export function option(code: string, zh: string, en: string, ...aliases: string[]): Option {
  return { code, zh, en, ...(aliases.length > 0 && { aliases }) };
}
