/** What a node tells the process that keeps it running: where its pages are, or that it was asked to end for good. */
export type NodeMessage = { readonly kind: "listening"; readonly url: string } | { readonly kind: "draining" };

/** Tells it, where there is one. */
export function tellKeeper(message: NodeMessage): void {
  if (process.connected) process.send?.(message);
}
