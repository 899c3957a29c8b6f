import type { FastifyInstance } from "fastify";
import type { Registry as Metrics } from "prom-client";
import { z } from "zod";

/** How the node is, in words that a monitor can act on. */
export const Health = z
  .object({
    state: z.enum(["ok", "read-only", "waiting", "handed-over", "stopped"]),
    height: z.int(),
    /** Blocks that the read model has yet to show. */
    readModelBehind: z.int(),
    /** Digest of a body that execution waits for, if any. */
    waitingFor: z.string().optional(),
    /** Organisations of which it is proven that they signed another history than this ledger's, if any. */
    contradicting: z.array(z.string()).optional(),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

/** `GET /health` and `GET /metrics` (Prometheus text). */
export function operationRoutes(server: FastifyInstance, parts: { health(): Health; metrics: Metrics }): void {
  server.route({
    method: "GET",
    url: "/health",
    schema: { operationId: "health", summary: "How this node is", response: { 200: Health, 503: Health } },
    handler: async (_request, reply) => {
      const health = parts.health();
      return reply.code(health.state === "ok" ? 200 : 503).send(health);
    },
  });
  server.get("/metrics", { schema: { hide: true } }, async (_request, reply) => {
    return reply.header("content-type", parts.metrics.contentType).send(await parts.metrics.metrics());
  });
}
