import { sqlText } from "./searched-text.ts";

/**
 * JSON as PostgreSQL takes it into a column: no NUL in any text, no half of a surrogate pair.
 * PERF: hundreds of MB in an import; texts are only gone through where the spelling has an escape that may be one of these.
 */
export function sqlJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\u")
    ? JSON.stringify(value, (_, item) => (typeof item === "string" ? sqlText(item) : item))
    : text;
}
