import { HttpProblem, Problem } from "@mingbai/http/problem";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { EngineView } from "./operator-views.ts";
import { isOperator } from "./running-file.ts";

export interface OperatorParts {
  /** Shown by whoever may read the node's own folder. */
  readonly token: string;
  /** Called once the request is answered: the node takes nothing new, finishes what it has, and ends. */
  readonly onDrain: () => void;
  readonly askEngine: () => Promise<EngineView>;
}

/** What only the operator may ask of a node: how its consensus engine stands, and to stop for good. */
export function operatorRoutes(server: FastifyInstance, { token, onDrain, askEngine }: OperatorParts): void {
  const requireOperator = (request: FastifyRequest): void => {
    if (!isOperator(request.headers.authorization, token)) throw notOperator();
  };
  server.route({
    method: "GET",
    url: "/api/operator/engine",
    schema: { hide: true, response: { 200: EngineView, default: Problem } },
    handler: async (request) => {
      requireOperator(request);
      return askEngine();
    },
  });
  server.route({
    method: "POST",
    url: "/api/operator/drain",
    schema: { hide: true },
    handler: async (request, reply) => {
      requireOperator(request);
      // The answer is on its way before the server closes.
      reply.raw.once("finish", onDrain);
      return reply.code(202).send();
    },
  });
}

function notOperator(): HttpProblem {
  return new HttpProblem({
    code: "NOT_OPERATOR",
    status: 401,
    en: "Only the operator of this node may do that: run mingbai on its machine, as the user who owns its folder.",
    zh: "只有本节点的运维人员可以这样做：请在节点所在的机器上，用拥有其文件夹的用户运行 mingbai",
  });
}
