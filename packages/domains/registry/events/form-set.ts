import { defineEvent } from "@mingbai/ledger/definition/event";
import type { FormDefinition } from "../content/form/definition.ts";
import { formTable } from "../tables.ts";

/** Members have voted the next form of household files. What was filled in by an earlier one stays as it is. */
export const formSet = defineEvent<{ form: FormDefinition }>("registry.formSet", (state, { form }) => {
  state.table(formTable).set(String(form.version), { form });
});
