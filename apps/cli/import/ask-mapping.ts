import { cancel, isCancel, note, select } from "@clack/prompts";
import type { SavedMapping } from "@mingbai/tabular/mapping/saved-mapping";
import { fields } from "@mingbai/tabular/payments/fields";
import type { MappingAnswers, PaymentsGuess } from "@mingbai/tabular/payments/guess-payments";
import type { PaymentField } from "@mingbai/tabular/payments/payment";
import type { OpenList } from "./list-reader.ts";
import { mappingText } from "./mapping-text.ts";

/** The person left the questions. */
export class ImportCancelledError extends Error {
  override name = "ImportCancelledError";
}

/** Shows a guess, asks what only a person can tell, lets them correct columns; resolves with what they confirmed. */
export async function askMapping(list: OpenList, answered: MappingAnswers): Promise<SavedMapping> {
  let answers = answered;
  for (;;) {
    const guess = await list.guess(answers);
    note(mappingText(list.facts, guess), list.name);
    const [question] = guess.questions;
    if (question !== undefined) {
      const options = question.choices.map(({ value, example }) => ({ value, label: example }));
      const value = await choose(question.text, options);
      answers = { ...answers, ...answerOf(question.field, value) };
      continue;
    }
    const next = await choose("Import with these columns?", nextSteps(guess));
    if (next === "import" && guess.mapping !== undefined) return guess.mapping;
    if (next === "stop") throw new ImportCancelledError("nothing was imported");
    answers = { ...answers, columns: { ...answers.columns, ...(await askColumn(list.facts.header)) } };
  }
}

function nextSteps({ mapping }: PaymentsGuess): { value: string; label: string }[] {
  const go = mapping === undefined ? [] : [{ value: "import", label: "Yes, import" }];
  return [...go, { value: "column", label: "Change a column" }, { value: "stop", label: "Stop" }];
}

async function askColumn(columns: readonly string[]): Promise<{ readonly [field in PaymentField]?: string }> {
  const field = await choose(
    "Which field?",
    fields.map(({ name, label }) => ({ value: name, label })),
  );
  const none = { value: "", label: "(none)" };
  const header = await choose("Which column holds it?", [
    ...columns.map((name) => ({ value: name, label: name })),
    none,
  ]);
  return { [field]: header };
}

function answerOf(field: PaymentField, value: string): MappingAnswers {
  if (value === "." || value === ",") return { decimal: value };
  if (field === "date" && (value === "dmy" || value === "mdy" || value === "ymd")) return { dateOrder: value };
  throw new RangeError(`${value} answers no question about ${field}`);
}

async function choose<Value extends string>(
  message: string,
  options: readonly { value: Value; label: string }[],
): Promise<Value> {
  const chosen = await select<string>({
    message,
    options: options.map(({ value, label }) => ({ value: String(value), label })),
  });
  if (isCancel(chosen)) {
    cancel("Nothing was imported.");
    throw new ImportCancelledError("nothing was imported");
  }
  const option = options.find(({ value }) => value === chosen);
  if (option === undefined) throw new RangeError(`${chosen} was not offered`);
  return option.value;
}
