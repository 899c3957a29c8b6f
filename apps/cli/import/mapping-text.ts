import { fields } from "@mingbai/tabular/payments/fields";
import type { PaymentsGuess } from "@mingbai/tabular/payments/guess-payments";
import type { ListFacts } from "./read-list.ts";

/** A guess in lines for a person: which column is what, how sure that is, why, and what it looks like. */
export function mappingText(list: ListFacts, guess: PaymentsGuess): string {
  const lines = fields.flatMap(({ name, label }) => {
    const column = guess.columns[name];
    if (column === undefined) return [];
    const sure = `${Math.round(column.confidence * 100)}%`;
    return [
      `${label.padEnd(24)} ${column.header.padEnd(26)} ${sure.padStart(4)}  ${column.examples.map(shortened).join(" | ")}`,
    ];
  });
  const used = new Set(Object.values(guess.columns).map(({ column }) => column));
  const unused = list.header.filter((_, column) => !used.has(column));
  return [
    `${list.rowCount} rows, ${list.encoding}, header on line ${list.headerLine || "none"}`,
    ...(list.encodingDoubt === "" ? [] : [`${list.encodingDoubt} (another: --encoding NAME)`]),
    ...lines,
    ...(unused.length > 0 ? [`not used: ${unused.join(", ")}`] : []),
    ...guess.notes,
    ...guess.missing.map(({ todo }) => `missing: ${todo}`),
    ...guess.questions.map(
      ({ text, choices }) =>
        `open: ${text}\n  ${choices.map(({ value, example }) => `${value}: ${example}`).join("\n  ")}`,
    ),
  ].join("\n");
}

const exampleCharsMax = 28;

function shortened(text: string): string {
  return text.length <= exampleCharsMax ? text : `${text.slice(0, exampleCharsMax - 1)}…`;
}
