import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpProblem, Problem } from "../problem.ts";
import { mayAsk, type QueryRoute, type Reader } from "../query-route.ts";

export type FindReader = (request: FastifyRequest) => Promise<Reader>;

/** `GET /api/queries/<name>`: each query under its name, with its own authority; `POST` where its parameters go in a body. */
export function queryRoutes(
  server: FastifyInstance,
  parts: { queries: readonly QueryRoute[]; findReader: FindReader },
): void {
  for (const query of parts.queries) {
    server.route({
      method: query.byBody ? "POST" : "GET",
      url: `/api/queries/${query.name}`,
      schema: {
        operationId: query.name,
        summary: query.title.en,
        description: query.title.zh,
        ...(query.byBody ? { body: query.params } : { querystring: query.params }),
        response: { 200: query.result, default: Problem },
      },
      handler: async (request, reply) => {
        const reader = await parts.findReader(request);
        // What one person may see must not be kept on the way for the next.
        if (reader.account !== undefined) reply.header("cache-control", "no-store");
        if (!mayAsk(reader, query.allow)) throw notAllowed(query);
        return query.answer((query.byBody ? request.body : request.query) as Record<string, unknown>, reader);
      },
    });
  }
}

function notAllowed(query: QueryRoute): HttpProblem {
  return new HttpProblem({
    code: "NOT_ALLOWED",
    status: 403,
    en: `None of your roles may ask: ${query.title.en}`,
    zh: `您的角色不能查：${query.title.zh}`,
  });
}
