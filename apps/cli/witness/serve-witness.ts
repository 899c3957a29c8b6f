import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Witness } from "@mingbai/log/merkle/witness";
import { witnessRequestCharsMax } from "@mingbai/log/merkle/witness-request";

export interface ServedWitness {
  readonly url: string;
  close(): Promise<void>;
}

const requestMsMax = 10_000;
const connectionsMax = 256;
/** A note may hold names in UTF-8 of up to four bytes a character. */
const bodyBytesMax = 4 * witnessRequestCharsMax;

/** Serves `POST /add-checkpoint` (C2SP tlog-witness). `onFailed` hears why a request could not be judged. */
export async function serveWitness(
  witness: Witness,
  { host, port, onFailed }: { host: string; port: number; onFailed: (error: unknown) => void },
): Promise<ServedWitness> {
  const server = createServer({ requestTimeout: requestMsMax, headersTimeout: requestMsMax }, (request, response) => {
    answer(witness, request, response).catch((error) => {
      onFailed(error);
      send(response, { status: 500, type: "text/plain; charset=utf-8", body: "the witness failed\n" });
    });
  });
  server.maxConnections = connectionsMax;
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const type = "text/plain; charset=utf-8";
  if (request.method !== "POST" || request.url !== "/add-checkpoint") {
    return send(response, { status: 404, type, body: "only POST /add-checkpoint\n" });
  }
  const body = await readBody(request);
  if (body === undefined) return send(response, { status: 413, type, body: "the request is too long\n" });
  const judged = await witness.addCheckpoint(body);
  send(response, judged ?? { status: 503, type, body: "busy, ask again\n" });
}

/** The body as text, or undefined where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > bodyBytesMax) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function send(response: ServerResponse, given: { status: number; type: string; body: string }): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(given.status, { "content-type": given.type, connection: "close" }).end(given.body);
}
