/** The form of household files as it was when there was a signal; before that, the program's. */
import { nodeClient } from "@mingbai/app-web/src/api/node-client";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { FormDefinition } from "@mingbai/registry/content/form/definition";
import { formsView, formView } from "@mingbai/registry/views/form";
import { findSealed, keepSealed } from "../keep/sealed-store.ts";
import { form, putInForce } from "../visit/form.ts";

const note = "form";

export async function loadForm(): Promise<void> {
  const found = await findSealed("notes", note);
  putInForce(found === undefined ? countyForm : FormDefinition.parse(found));
}

/** Takes the version in force along, where it is another than the one in the phone. */
export async function refreshForm(): Promise<void> {
  const { rows } = await nodeClient.ask(formsView, {});
  const version = rows[0]?.version ?? form.version;
  if (version === form.version) return;
  const { form: newest } = await nodeClient.ask(formView, { version });
  await keepSealed("notes", note, newest);
  putInForce(newest);
}
