/**
 * What stands in a backup as it stands in the data folder: the ledger, which is public, and the node's own keys, which are encrypted
 * and which a node that goes on needs whatever became of its texts. A name that is not known here is sealed.
 */
const unsealed: ReadonlySet<string> = new Set([
  ...["genesis.json", "ledger", "published", "network.json"],
  ...["node-key.json", "node-key.renewed.json", "administrator-key.json"],
]);

/** Whether a file or folder, given by its path below the data folder with slashes, is sealed in a backup. */
export function isSealed(path: string): boolean {
  const [top = ""] = path.split("/");
  return !unsealed.has(top);
}
