import type { Readable, Writable } from "node:stream";
import { cancel, isCancel, note, select } from "@clack/prompts";
import type { SavedMapping } from "@mingbai/tabular/mapping/saved-mapping";
import { fields } from "@mingbai/tabular/payments/fields";
import type { MappingAnswers, PaymentsGuess } from "@mingbai/tabular/payments/guess-payments";
import type { PaymentField } from "@mingbai/tabular/payments/payment";
import { inLanguage } from "../words.ts";
import type { OpenList } from "./list-reader.ts";
import { mappingText } from "./mapping-text.ts";

/** The person left the questions. */
export class ImportCancelledError extends Error {
  override name = "ImportCancelledError";
}

/** Where the dialogue takes place; the process's own terminal unless it says otherwise. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

const words = {
  go: { en: "Import with these columns?", zh: "按这些列导入吗？" },
  yes: { en: "Yes, import", zh: "是，导入" },
  change: { en: "Change a column", zh: "更正一列" },
  stop: { en: "Stop", zh: "停止" },
  whichField: { en: "Which field?", zh: "更正哪一项？" },
  whichColumn: { en: "Which column holds it?", zh: "它在哪一列？" },
  none: { en: "(none)", zh: "（没有）" },
  nothing: { en: "Nothing was imported.", zh: "没有导入任何内容。" },
};

/** Shows a guess, asks what only a person can tell, lets them correct columns; resolves with what they confirmed. */
export async function askMapping(
  list: Pick<OpenList, "name" | "facts" | "guess">,
  answered: MappingAnswers,
  terminal: Terminal = {},
): Promise<SavedMapping> {
  let answers = answered;
  for (;;) {
    const guess = await list.guess(answers);
    note(mappingText(list.facts, guess), list.name, terminal);
    const [question] = guess.questions;
    if (question !== undefined) {
      const options = question.choices.map(({ value, example }) => ({ value, label: example }));
      const value = await choose(question.text, options, terminal);
      answers = { ...answers, ...answerOf(question.field, value) };
      continue;
    }
    const next = await choose(inLanguage(words.go), nextSteps(guess), terminal);
    if (next === "import" && guess.mapping !== undefined) return guess.mapping;
    if (next === "stop") throw new ImportCancelledError(inLanguage(words.nothing));
    answers = { ...answers, columns: { ...answers.columns, ...(await askColumn(list.facts.header, terminal)) } };
  }
}

function nextSteps({ mapping }: PaymentsGuess): { value: string; label: string }[] {
  const go = mapping === undefined ? [] : [{ value: "import", label: inLanguage(words.yes) }];
  return [
    ...go,
    { value: "column", label: inLanguage(words.change) },
    { value: "stop", label: inLanguage(words.stop) },
  ];
}

async function askColumn(
  columns: readonly string[],
  terminal: Terminal,
): Promise<{ readonly [field in PaymentField]?: string }> {
  const field = await choose(
    inLanguage(words.whichField),
    fields.map(({ name, label }) => ({ value: name, label: inLanguage(label) })),
    terminal,
  );
  const none = { value: "", label: inLanguage(words.none) };
  const header = await choose(
    inLanguage(words.whichColumn),
    [...columns.map((name) => ({ value: name, label: name })), none],
    terminal,
  );
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
  terminal: Terminal,
): Promise<Value> {
  const chosen = await select<string>({
    ...terminal,
    message,
    options: options.map(({ value, label }) => ({ value: String(value), label })),
  });
  if (isCancel(chosen)) {
    cancel(inLanguage(words.nothing), terminal);
    throw new ImportCancelledError(inLanguage(words.nothing));
  }
  const option = options.find(({ value }) => value === chosen);
  if (option === undefined) throw new RangeError(`${chosen} was not offered`);
  return option.value;
}
