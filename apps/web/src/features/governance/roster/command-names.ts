/** What operators type and which files they have, the same in every language: words of texts. */
export const commandNames = {
  clusterKey: "mingbai cluster key",
  proveKeys: "mingbai node prove-keys",
  members: "members.yaml",
  keyFile: "node-key.json",
} as const;
