import type { NodeHealth } from "@mingbai/http/explorer-views";

/** What people call a node: its organisation's name, or its short name where the ledger has no other. */
export function nodeTitle({ name, title }: Pick<NodeHealth, "name" | "title">, language: "en" | "zh"): string {
  return title?.[language] ?? name;
}
