import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import type { Registry } from "@mingbai/ledger/definition/registry";
import type { Sequencer } from "@mingbai/sequencer/sequencer";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import type { Registry as Metrics } from "prom-client";
import type { ContentsParts } from "./contents/contents-port.ts";
import { contentsRoutes } from "./contents/contents-routes.ts";
import { describeError } from "./describe-error.ts";
import { allowOtherPages } from "./other-pages.ts";
import { HttpProblem, problemMediaType, problemOf } from "./problem.ts";
import type { QueryRoute } from "./query-route.ts";
import { commandRoutes } from "./routes/commands.ts";
import { type LogFiles, logFileRoutes } from "./routes/log-files.ts";
import { type Health, operationRoutes } from "./routes/operations.ts";
import { type FindReader, queryRoutes } from "./routes/queries.ts";
import { transactionsRoute } from "./routes/transactions.ts";
import { sessionRoutes } from "./sessions/session-routes.ts";
import type { Sessions } from "./sessions/sessions.ts";

export interface ServerParts {
  readonly registry: Registry;
  readonly sequencer: Sequencer;
  readonly queries: readonly QueryRoute[];
  readonly findReader: FindReader;
  /** Signing in; a server without it knows nobody. */
  readonly sessions?: Sessions;
  /** What sessions keep besides the ledger; a server without it keeps nothing for anybody. */
  readonly contents?: ContentsParts;
  /** Where the pages of the ledger's other nodes are, which may use this one too. */
  readonly otherPages?: () => readonly string[];
  readonly logFiles: LogFiles;
  readonly health: () => Health;
  readonly metrics: Metrics;
  /** Where log lines go, from which level on (info, each request, unless given); nothing is logged where it is absent. */
  readonly log?: { write(line: string): void; readonly level?: "info" | "warn" };
}

export const jsonBodyBytesMax = 256 * 1024;
export const requestsPerMinuteMax = 600_000;

/** The server with every route, not yet listening. The routes and the OpenAPI document come from the same calls. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify(optionsOf(parts));
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply));
  if (parts.otherPages !== undefined) allowOtherPages(server, parts.otherPages);
  await server.register(rateLimit, { max: requestsPerMinuteMax, timeWindow: "1 minute" });
  await server.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Mingbai", version: "1" } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  transactionsRoute(server, parts);
  commandRoutes(server, parts);
  queryRoutes(server, parts);
  operationRoutes(server, parts);
  logFileRoutes(server, parts.logFiles);
  if (parts.sessions !== undefined) sessionRoutes(server, parts.sessions);
  if (parts.contents !== undefined) contentsRoutes(server, parts.contents);
  server.get("/api/openapi.json", { schema: { hide: true } }, async () => server.swagger());
  return server;
}

function optionsOf({ log }: ServerParts): FastifyServerOptions {
  const options = { bodyLimit: jsonBodyBytesMax };
  if (log === undefined) return options;
  const serializers = { req: describeRequest, err: describeError };
  return { ...options, logger: { stream: log, level: log.level ?? "info", serializers } };
}

/** Method and route only: addresses and query strings may hold personal data. */
function describeRequest(request: FastifyRequest): { method: string; route?: string } {
  const { url } = request.routeOptions;
  return url === undefined ? { method: request.method } : { method: request.method, route: url };
}

type ErrorReply = Parameters<Parameters<FastifyInstance["setErrorHandler"]>[0]>[2];

function answerError(error: FastifyError | HttpProblem, reply: ErrorReply): unknown {
  if (error instanceof HttpProblem) {
    if (error.retryAfterMs !== undefined) reply.header("retry-after", Math.ceil(error.retryAfterMs / 1_000));
    return sendProblem(reply, error.problem);
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(({ instancePath, message }) => `${instancePath || "/"}: ${message}`).join("; ");
    return sendProblem(reply, problemOf({ code: "FIELDS_INVALID", status: 422, en: fields, zh: fields }));
  }
  const status = error.statusCode ?? 500;
  if (status < 500)
    return sendProblem(reply, problemOf({ code: error.code, status, en: error.message, zh: error.message }));
  reply.log.error(error);
  const words = {
    en: "The node met an error of its own. Nothing was lost; the log names it.",
    zh: "节点出了错，没有丢数据，详情在节点日志里",
  };
  return sendProblem(reply, problemOf({ code: "INTERNAL", status: 500, ...words }));
}

function sendProblem(reply: ErrorReply, problem: ReturnType<typeof problemOf>): unknown {
  return reply.code(problem.status).header("content-type", problemMediaType).serializer(JSON.stringify).send(problem);
}
