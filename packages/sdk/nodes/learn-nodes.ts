import { type LedgerStatus, statusView } from "@mingbai/http/explorer-views";
import type { Client } from "../client.ts";

/**
 * Learns from the node in hand where the ledger's other nodes are, and gives how they stand. A client that knows them goes on by
 * itself when one is gone. Throws as `Client.ask`.
 */
export async function learnNodes(client: Client): Promise<LedgerStatus> {
  const status = await client.ask(statusView, {});
  learnFrom(client, status);
  return status;
}

/** The same from a status that was asked for already. */
export function learnFrom(client: Client, { chain, nodes }: Pick<LedgerStatus, "chain" | "nodes">): void {
  client.learn({ urls: nodes.flatMap(({ url }) => url ?? []), chain });
}
