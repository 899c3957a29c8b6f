import { countyForm } from "../content/form/county/county-form.ts";
import { FormDefinition } from "../content/form/definition.ts";
import type { AskRows } from "./ask-rows.ts";

const heldMax = 8;
/** Forms by the transaction that brought them: what a version says never changes. PERF: every file that is opened asks. Bench: registry.open. */
const held = new Map<string, FormDefinition>();

/** The form that files are filled in by today, as this node's tables know it. */
export async function getForm(ask: AskRows): Promise<FormDefinition> {
  const [last] = await ask("select version, id from registry.form order by version desc limit 1", []);
  if (last === undefined) return countyForm;
  return held.get(String(last.id)) ?? hold(ask, last);
}

/** One version of the form; undefined where there is none. */
export async function findForm(ask: AskRows, version: number): Promise<FormDefinition | undefined> {
  if (version === countyForm.version) return countyForm;
  const [row] = await ask("select version, id from registry.form where version = $1", [version]);
  return row && (held.get(String(row.id)) ?? hold(ask, row));
}

async function hold(ask: AskRows, { version, id }: Readonly<Record<string, unknown>>): Promise<FormDefinition> {
  const [row] = await ask("select form from registry.form where version = $1", [version]);
  const form = FormDefinition.parse(row?.form);
  const [oldest] = held.keys();
  if (held.size >= heldMax && oldest !== undefined) held.delete(oldest);
  held.set(String(id), form);
  return form;
}
