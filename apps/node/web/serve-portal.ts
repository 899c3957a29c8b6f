import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { PortalAnswer } from "@mingbai/app-portal/answer";
import { portalRoot } from "@mingbai/app-portal/look";
import { Portal } from "@mingbai/app-portal/portal";
import { type Ask, Refused, type ResultOf, type View } from "@mingbai/app-portal/scene";
import { stylePath, styleSheet } from "@mingbai/app-portal/style/style";
import { HttpProblem } from "@mingbai/http/problem";
import { anonymousReader, mayAsk, type QueryRoute } from "@mingbai/http/query-route";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { sentReceipt } from "./sent-receipt.ts";

/** A pasted receipt, percent-encoded, or a file beside it. */
const sentBytesMax = 4 * 1024 * 1024;
/** A reverse proxy may keep a page for so long; a browser asks again with the tag. */
const keptSeconds = 10;
const securityPolicy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const compress = promisify(gzip);

export interface PortalMount {
  readonly queries: readonly QueryRoute[];
  readonly readHeight: () => number;
  /** Where the ledger says that its pages are. */
  readonly origin?: () => string | undefined;
}

/** The public pages under `/public`, with a policy of their own: no script, no font, nothing from elsewhere. */
export async function servePortal(
  server: FastifyInstance,
  { queries, readHeight, origin }: PortalMount,
): Promise<void> {
  const onTrouble = (error: unknown) => server.log.error(error);
  const portal = new Portal({ ask: askOf(queries), readHeight, onTrouble, ...(origin !== undefined && { origin }) });
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: sentBytesMax },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.get(stylePath, { schema: { hide: true } }, async (request, reply) => {
      reply.header("cache-control", "public, max-age=31536000, immutable").type("text/css; charset=utf-8");
      return sendText(request, reply, styleSheet);
    });
    const open = async (request: FastifyRequest, reply: FastifyReply) => {
      const { pathname, searchParams } = addressOf(request);
      return sendAnswer(request, reply, await portal.open(pathname, searchParams));
    };
    const check = async (request: FastifyRequest, reply: FastifyReply) => {
      const { pathname, searchParams } = addressOf(request);
      const text = await sentReceipt(request.headers["content-type"], request.body);
      return sendAnswer(request, reply, await portal.check(pathname, searchParams, text));
    };
    scope.setErrorHandler(async (error: FastifyError, request, reply) => {
      if (error.code !== "FST_ERR_CTP_BODY_TOO_LARGE") throw error;
      const { pathname, searchParams } = addressOf(request);
      return sendAnswer(request, reply, await portal.tooLarge(pathname, searchParams));
    });
    for (const url of [portalRoot, `${portalRoot}/*`]) scope.get(url, { schema: { hide: true } }, open);
    for (const url of ["check", "en/check"]) scope.post(`${portalRoot}/${url}`, { schema: { hide: true } }, check);
  });
}

/** Asks the node's own queries as nobody in particular: what is not open to anyone is refused here too. */
export function askOf(queries: readonly QueryRoute[]): Ask {
  const byName = new Map(queries.map((query) => [query.name, query]));
  return async <V extends View>(view: V, params: z.input<V["params"]>) => {
    const query = byName.get(view.name);
    if (query === undefined || !mayAsk(anonymousReader, query.allow)) throw new Refused("NOT_ALLOWED", 403);
    try {
      return view.result.parse(await query.answer(view.params.parse(params), anonymousReader)) as ResultOf<V>;
    } catch (error) {
      if (error instanceof HttpProblem) throw new Refused(error.problem.code, error.problem.status);
      throw error;
    }
  };
}

function addressOf(request: FastifyRequest): URL {
  return new URL(request.raw.url ?? portalRoot, "http://localhost");
}

async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: PortalAnswer): Promise<FastifyReply> {
  const { status, body, type, height } = answer;
  reply.code(status).header("content-security-policy", securityPolicy).header("x-content-type-options", "nosniff");
  reply.header("referrer-policy", "same-origin").header("cross-origin-opener-policy", "same-origin");
  if (type === "receipt") {
    const file = 'attachment; filename="receipt.json"';
    return reply
      .header("content-disposition", file)
      .header("cache-control", "no-store")
      .type("application/json")
      .send(body);
  }
  reply.type("text/html; charset=utf-8");
  if (height === undefined) return sendText(request, reply.header("cache-control", "no-store"), body);
  const tag = `W/"${height}-${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  reply.header("etag", tag).header("cache-control", `public, max-age=0, s-maxage=${keptSeconds}`);
  const isKnown = request.headers["if-none-match"]?.split(/,\s*/).includes(tag) === true;
  return isKnown ? reply.code(304).send() : sendText(request, reply, body);
}

async function sendText(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  reply.header("vary", "accept-encoding");
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers["accept-encoding"] ?? "");
  if (!takesGzip) return reply.send(text);
  return reply.header("content-encoding", "gzip").send(await compress(text));
}
