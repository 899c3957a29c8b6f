import { headerWords } from "@mingbai/tabular/mapping/header-words";
import type { FormDefinition } from "../../form/definition.ts";
import { withoutBrackets } from "./unit-of-header.ts";

/** Points for a row's cells as names of columns: one for each cell that is a name of a field. For the reader of tables. */
export function formHeaderScore(form: FormDefinition): (cells: readonly string[]) => number {
  const fields = form.sections.flatMap((section) => section.fields);
  const names = fields.flatMap(({ label, aliases = [] }) => [label.zh, label.en, ...aliases]);
  const known = new Set(names.map(plainName));
  return (cells) => cells.filter((cell) => known.has(plainName(cell))).length;
}

function plainName(name: string): string {
  return headerWords(withoutBrackets(name)).replaceAll(" ", "");
}
