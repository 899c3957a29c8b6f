import type { FastifyInstance } from "fastify";
import { fileNameHeader, fileSaltHeader } from "./contents-views.ts";
import { csrfHeader } from "./session-views.ts";

const preflightSeconds = 600;
const methods = "GET, HEAD, POST, PUT, DELETE";
const headers = ["content-type", "prefer", csrfHeader, fileNameHeader, fileSaltHeader].join(", ");
/** What pages read of an answer besides what any page may. */
const shownHeaders = "retry-after, content-disposition";

/**
 * Lets the pages of the ledger's other nodes use `/api` of this one, so that a page goes on when its own node is gone (CORS,
 * Fetch standard). Nobody else's pages are let in; who is signed in is decided by `Sessions`.
 */
export function allowOtherPages(server: FastifyInstance, pages: () => readonly string[]): void {
  server.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/api/")) return;
    const { origin } = request.headers;
    // An answer to one page must not be kept on the way for another.
    reply.header("vary", "origin");
    if (origin === undefined || !pages().includes(origin)) return;
    reply.header("access-control-allow-origin", origin).header("access-control-allow-credentials", "true");
    if (request.method !== "OPTIONS") return void reply.header("access-control-expose-headers", shownHeaders);
    return reply
      .header("access-control-allow-methods", methods)
      .header("access-control-allow-headers", headers)
      .header("access-control-max-age", preflightSeconds)
      .code(204)
      .send();
  });
}
