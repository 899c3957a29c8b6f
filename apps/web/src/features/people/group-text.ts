import type { Text } from "../../i18n/use-text.ts";

const groups = ["governing", "running", "operating", "supervising", "banking", "personal"] as const;

/** The name of a group of roles; one that this page does not know yet goes by its own. */
export function groupText(t: Text, group: string): string {
  const known = groups.find((name) => name === group);
  return known === undefined ? group : t(`people.group.${known}`);
}
