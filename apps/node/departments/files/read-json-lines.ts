import { type JudgedLine, judgeFact } from "./judge-fact.ts";

const newline = 10;

/** Facts of a file that has one as JSON in each line. Empty lines are none. */
export function* readJsonLines(bytes: Uint8Array, sources: readonly string[]): Generator<JudgedLine> {
  const decoder = new TextDecoder("utf-8");
  let [from, line] = [0, 0];
  while (from < bytes.length) {
    const found = bytes.indexOf(newline, from);
    const end = found < 0 ? bytes.length : found;
    const text = decoder.decode(bytes.subarray(from, end)).trim();
    from = end + 1;
    line++;
    if (text !== "") yield readLine(text, line, sources);
  }
}

function readLine(text: string, line: number, sources: readonly string[]): JudgedLine {
  const value = findJson(text);
  return value === undefined ? { fault: { line, fault: "NOT_JSON" } } : judgeFact(value.json, { line, sources });
}

function findJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
