import { type LedgerStatus, statusView } from "@mingbai/http/explorer-views";
import { learnFrom } from "@mingbai/sdk/nodes/learn-nodes";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { nodeClient } from "../api/node-client.ts";
import { pageLoaders } from "../page-loaders.ts";

/** A page is fetched when nothing else is going on, one after another. */
const idleMsMax = 10_000;

let isFetched = false;

/**
 * Learns where the ledger's other nodes are, and fetches the code of all pages while this node is there: they go on with another
 * when it is gone, and its pages come from nowhere else.
 */
export function useLearnNodes(status: LedgerStatus | undefined): void {
  const queries = useQueryClient();
  // How the new node is, is not what the one before said of it.
  useEffect(() => nodeClient.onMove(() => void queries.invalidateQueries({ queryKey: [statusView.name] })), [queries]);
  useEffect(() => {
    if (status === undefined) return;
    learnFrom(nodeClient, status);
    if (nodeClient.urls.length > 1 && !isFetched) {
      isFetched = true;
      fetchNext([...pageLoaders]);
    }
  }, [status]);
}

function fetchNext(left: (() => Promise<unknown>)[]): void {
  const load = left.shift();
  if (load === undefined) return;
  const go = (): void => {
    // One that does not come is fetched when it is opened, and says then what is wrong.
    load().then(
      () => fetchNext(left),
      () => fetchNext(left),
    );
  };
  if ("requestIdleCallback" in window) requestIdleCallback(go, { timeout: idleMsMax });
  else setTimeout(go);
}
