import { csrfHeader } from "@mingbai/http/session-views";
import type { Client, NodeLink } from "./client.ts";

/** How much of a file has been sent, in bytes. */
export type OnProgress = (progress: { readonly sentBytes: number; readonly totalBytes: number }) => void;

interface Sending {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Posts bytes and tells how far it is. Browsers tell only through XMLHttpRequest; elsewhere the beginning and the end
 * are told.
 */
export async function sendWithProgress(
  client: Client,
  sending: Sending,
  onProgress: OnProgress = () => undefined,
): Promise<Response> {
  const totalBytes = sending.bytes.length;
  onProgress({ sentBytes: 0, totalBytes });
  const isBrowser = typeof XMLHttpRequest !== "undefined";
  const { path, headers, bytes } = sending;
  const response = await client.sendBy((node) =>
    isBrowser ? sendInBrowser(node, sending, onProgress) : node.send(path, { method: "POST", headers, body: bytes }),
  );
  if (response.ok) onProgress({ sentBytes: totalBytes, totalBytes });
  return response;
}

function sendInBrowser(node: NodeLink, { path, headers, bytes }: Sending, onProgress: OnProgress): Promise<Response> {
  const request = new XMLHttpRequest();
  request.open("POST", node.url + path);
  request.withCredentials = true;
  request.responseType = "arraybuffer";
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  if (node.session.csrf !== undefined) request.setRequestHeader(csrfHeader, node.session.csrf);
  request.upload.onprogress = ({ loaded }) => onProgress({ sentBytes: loaded, totalBytes: bytes.length });
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(responseOf(request));
    // What fetch rejects with where there is no answer.
    request.onerror = () => reject(new TypeError("the node cannot be reached"));
    request.ontimeout = request.onerror;
    request.onabort = request.onerror;
    request.send(bytes);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const named = ["content-type", "retry-after"].map((name) => [name, request.getResponseHeader(name)] as const);
  const headers = named.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
  return new Response(request.response, { status: request.status, headers });
}
