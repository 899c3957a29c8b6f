import { fields } from "@mingbai/tabular/payments/fields";
import type { PaymentsGuess } from "@mingbai/tabular/payments/guess-payments";
import { inLanguage } from "../words.ts";
import type { ListFacts } from "./read-list.ts";

/** A guess in lines for a person: which column is what, how sure that is, why, and what it looks like. */
export function mappingText(list: ListFacts, guess: PaymentsGuess): string {
  const lines = fields.flatMap(({ name, label }) => {
    const column = guess.columns[name];
    if (column === undefined) return [];
    const sure = `${Math.round(column.confidence * 100)}%`;
    return [
      `${inLanguage(label).padEnd(24)} ${column.header.padEnd(26)} ${sure.padStart(4)}  ${column.examples.map(shortened).join(" | ")}`,
    ];
  });
  const used = new Set(Object.values(guess.columns).map(({ column }) => column));
  const unused = list.header.filter((_, column) => !used.has(column));
  return [
    inLanguage({
      en: `${list.rowCount} rows, ${list.encoding}, header on line ${list.headerLine || "none"}`,
      zh: `${list.rowCount} 行，编码 ${list.encoding}，表头在第 ${list.headerLine || "（无）"} 行`,
    }),
    ...(list.encodingDoubt === "" ? [] : [`${list.encodingDoubt} ${inLanguage(otherEncoding)}`]),
    ...lines,
    ...(unused.length > 0 ? [`${inLanguage({ en: "not used", zh: "未使用" })}: ${unused.join(", ")}`] : []),
    ...guess.notes,
    ...guess.missing.map(({ todo }) => `${inLanguage({ en: "missing", zh: "缺少" })}: ${todo}`),
    ...guess.questions.map(
      ({ text, choices }) =>
        `${inLanguage({ en: "open", zh: "待定" })}: ${text}\n  ${choices.map(({ value, example }) => `${value}: ${example}`).join("\n  ")}`,
    ),
  ].join("\n");
}

const otherEncoding = { en: "(another: --encoding NAME)", zh: "（改用其他编码：--encoding 名称）" };
const exampleCharsMax = 28;

function shortened(text: string): string {
  return text.length <= exampleCharsMax ? text : `${text.slice(0, exampleCharsMax - 1)}…`;
}
