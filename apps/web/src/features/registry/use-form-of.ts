import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { formView } from "@mingbai/registry/views/form";
import { useQuery } from "@tanstack/react-query";
import { runQuery } from "../../api/run-query.ts";
import { form } from "./form-words.ts";

/** The version of the form by which something was filled in; the one in force while it is not here, and for null. */
export function useFormOf(version: number | null): FormDefinition {
  const isOlder = version !== null && version !== form.version;
  const { data } = useQuery({
    queryKey: [formView.name, version],
    queryFn: async ({ signal }) => (await runQuery(formView, version === null ? {} : { version }, signal)).form,
    enabled: isOlder,
    // What a version says never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isOlder ? (data ?? form) : form;
}
