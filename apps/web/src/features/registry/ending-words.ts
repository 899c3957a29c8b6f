import type { Text } from "../../i18n/use-text.ts";

const endings = ["left", "emptied", "mistake", "merged", "withdrawn", "death", "correction"] as const;

/** Why a file ended, in words; the ledger's own word where a later version has another. */
export function endingWords(ended: string, t: Text): string {
  const known = endings.find((one) => one === ended);
  return known === undefined ? ended : t(`registry.ended.${known}`);
}
