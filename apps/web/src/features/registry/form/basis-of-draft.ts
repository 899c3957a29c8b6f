import type { BasisOfFields } from "@mingbai/registry/content/file/basis";
import { fieldPlace, type HouseholdDraft } from "./household-draft.ts";

/**
 * Where the values of one subject come from, as its part says it: what was said of a single field, else what was said of all
 * that is changed. `changed`: ids of the fields that the part sets. A field that stays as it is may be confirmed.
 */
export function basisOfDraft(
  { basis }: Pick<HouseholdDraft, "basis">,
  subject: string,
  { changed, filled }: { changed: readonly string[]; filled: readonly string[] },
): BasisOfFields {
  if (basis === undefined) return {};
  const { all, isSingle, fields } = basis;
  const found = [...new Set([...changed, ...filled])].flatMap((field) => {
    const single = isSingle ? fields[fieldPlace(subject, field)] : undefined;
    const said = single ?? (changed.includes(field) ? all : undefined);
    return said === undefined ? [] : [[field, said] as const];
  });
  return Object.fromEntries(found);
}
