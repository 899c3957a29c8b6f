import type { KnownNodes } from "./known-nodes.ts";
import { isAway, type NodeLink } from "./node-link.ts";

/** After so long without an answer a node is asked whether it is there at all. */
export const quietMsMax = 4_000;

/** One request, sent with a node's own `send` or otherwise. */
export interface NodeRequest {
  /** May be called again with another node, so what it sends must count once or change nothing. */
  send(node: NodeLink): Promise<Response>;
  /** A question, which another node answers as well where this one can't now (503). What changes something is for the caller to repeat. */
  readonly isReading: boolean;
}

/**
 * Sends one request to the node in hand, and to the next that answers where that one is gone, each node once. Throws what `send`
 * throws.
 */
export async function sendToNode(nodes: KnownNodes, { send, isReading }: NodeRequest): Promise<Response> {
  for (const tried = new Set<NodeLink>(); ; ) {
    const node = nodes.current;
    tried.add(node);
    const outcome = await settle(nodes, node, send);
    if (!("fault" in outcome) && !isElsewhere(outcome.response, isReading)) return outcome.response;
    const mayMove = tried.size < nodes.urls.length && (await nodes.moveFrom(node)) && !tried.has(nodes.current);
    if (mayMove) continue;
    if ("fault" in outcome) throw outcome.fault;
    return outcome.response;
  }
}

function isElsewhere({ status }: Response, isReading: boolean): boolean {
  return isAway(status) && (isReading || status !== 503);
}

async function settle(
  nodes: KnownNodes,
  node: NodeLink,
  send: (node: NodeLink) => Promise<Response>,
): Promise<{ readonly response: Response } | { readonly fault: TypeError }> {
  try {
    const asked = send(node);
    return { response: nodes.urls.length === 1 ? await asked : await unlessGone(nodes, node, asked) };
  } catch (fault) {
    // What `fetch` rejects with where no answer came at all.
    if (fault instanceof TypeError) return { fault };
    throw fault;
  }
}

/** The answer, for as long as the node is there; a slow one is waited for. */
async function unlessGone(nodes: KnownNodes, node: NodeLink, asked: Promise<Response>): Promise<Response> {
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const quiet = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), quietMsMax);
    });
    const response = await Promise.race([asked, quiet]).finally(() => clearTimeout(timer));
    if (response !== undefined) return response;
    if (await nodes.isThere(node)) continue;
    // Whether it fails later is nobody's matter any more.
    asked.catch(() => undefined);
    throw new TypeError(`${node.url} does not answer`);
  }
}
