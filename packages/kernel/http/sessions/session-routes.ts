import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { SessionAsk, SessionChallenge, SessionChallengeAsk, SessionView } from "../session-views.ts";
import { signInsPerMinuteMax } from "./limits.ts";
import { tooManySignIns } from "./session-problems.ts";
import type { Sessions } from "./sessions.ts";

const cacheControl = "no-store";

/** `/api/session`: sign in by challenge, who I am, stay, sign out. */
export function sessionRoutes(server: FastifyInstance, sessions: Sessions): void {
  signInRoutes(server, sessions);
  const answers = { 200: SessionView, default: Problem };
  server.route({
    method: "GET",
    url: "/api/session",
    schema: { operationId: "whoAmI", summary: "Who is signed in with this cookie", response: answers },
    handler: async (request, reply) => reply.header("cache-control", cacheControl).send(sessions.whoAmI(request)),
  });
  server.route({
    method: "POST",
    url: "/api/session/stay",
    schema: { operationId: "staySignedIn", summary: "Begin the idle time again", response: answers },
    handler: async (request, reply) => reply.header("cache-control", cacheControl).send(sessions.stay(request)),
  });
  server.route({
    method: "DELETE",
    url: "/api/session",
    schema: { operationId: "signOut", summary: "End this session", response: { 204: z.null(), default: Problem } },
    handler: async (request, reply) => {
      sessions.signOut(request, reply);
      return reply.code(204).send(null);
    },
  });
}

function signInRoutes(server: FastifyInstance, sessions: Sessions): void {
  const config = {
    rateLimit: {
      max: signInsPerMinuteMax,
      timeWindow: "1 minute",
      errorResponseBuilder: (_request: unknown, { ttl }: { ttl: number }) => tooManySignIns(ttl),
    },
  };
  server.route({
    method: "POST",
    url: "/api/session/challenge",
    config,
    schema: {
      operationId: "askToSignIn",
      summary: "A challenge for a key; it is signed as docs/spec says and given to POST /api/session, once",
      body: SessionChallengeAsk,
      response: { 200: SessionChallenge, default: Problem },
    },
    handler: async (request, reply) => {
      const { keyId } = request.body as SessionChallengeAsk;
      return reply.header("cache-control", cacheControl).send(sessions.challenge(request, keyId));
    },
  });
  server.route({
    method: "POST",
    url: "/api/session",
    config,
    schema: {
      operationId: "signIn",
      summary: "Sign in with a signed challenge; answers with a cookie and who it is",
      body: SessionAsk,
      response: { 200: SessionView, default: Problem },
    },
    handler: async (request, reply) => {
      const view = sessions.signIn(request, reply, request.body as SessionAsk);
      return reply.header("cache-control", cacheControl).send(view);
    },
  });
}
