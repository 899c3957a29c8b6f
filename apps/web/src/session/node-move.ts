import { nodeClient } from "./node-client.ts";

/** Where the page was moved from the node that it came from, and since when; undefined while it is there. */
export interface NodeMove {
  readonly atMs: number;
}

let moved: NodeMove | undefined;
const listeners = new Set<() => void>();

nodeClient.onMove(({ to }) => {
  moved = to === window.location.origin ? undefined : { atMs: Date.now() };
  for (const listener of listeners) listener();
});

/** For `useSyncExternalStore`. */
export const nodeMove = {
  get: (): NodeMove | undefined => moved,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
