import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { Values } from "@mingbai/registry/content/file/value";
import { findField } from "@mingbai/registry/content/form/find-field";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { form } from "./form.ts";

/** How somebody is related to the head of the household, in words; empty where nobody said. */
export function relationText(values: Values, language: "en" | "zh"): string {
  const { relation } = knownFields.person;
  const [field, value] = [findField(form, "person", relation), values[relation]];
  return field === undefined || value === undefined ? "" : writeText(field, value, language);
}
