import { nodeClient } from "../api/node-client.ts";

/** To which node the page has gone on from the one that it came from, and when; undefined while it is there. */
export interface NodeMove {
  readonly to: string;
  readonly atMs: number;
}

let moved: NodeMove | undefined;
const listeners = new Set<() => void>();

nodeClient.onMove(({ to }) => {
  moved = to === window.location.origin ? undefined : { to, atMs: Date.now() };
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
