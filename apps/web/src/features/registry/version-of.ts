import type { HouseholdFile } from "@mingbai/registry/views/household";

/** How many parts the file of a household or of one of its people has, as the page sees it. */
export function versionOf({ household, version, residents, former }: HouseholdFile, subject: string): number {
  if (subject === household) return version;
  return [...residents, ...former].find(({ person }) => person === subject)?.version ?? 0;
}
