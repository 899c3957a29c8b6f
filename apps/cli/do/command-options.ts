import { Option } from "commander";
import { z } from "zod";
import { inLanguage } from "../words.ts";

/** One field of a command's input as an option of the command line. */
export interface FieldOption {
  readonly field: string;
  readonly option: Option;
}

/** Options from a command's schema: one for each field of its input. The schema itself checks the values, later. */
export function commandOptions(schema: z.ZodType): FieldOption[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([field, shape]) => {
    const type = typeof shape === "object" ? shape.type : undefined;
    return { field, option: optionOf(field, type) };
  });
}

/** Text stands as it is; everything else is written as JSON, of which numbers and true/false are a part. */
function optionOf(field: string, type: unknown): Option {
  const flag = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (type === "string") return new Option(`--${flag} <text>`);
  const option = new Option(`--${flag} <${type === "integer" || type === "number" ? "number" : "json"}>`);
  return option.argParser((text) => readJson(text, `--${flag}`));
}

/** JSON of an option. Throws an Error that names the option. */
export function readJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Error(
        inLanguage({ en: `${where} takes JSON: ${error.message}`, zh: `${where} 要 JSON：${error.message}` }),
      );
    throw error;
  }
}
