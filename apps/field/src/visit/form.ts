import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";

/**
 * The definition that files are filled in by: the program's, until the phone has taken another along (`files/kept-form.ts`). What
 * is being filled in goes on by a newer one: whatever was asked before is still known there, and a record that was handed in says
 * which version it was filled in by.
 */
export let form: FormDefinition = countyForm;

export function putInForce(newest: FormDefinition): void {
  form = newest;
}
