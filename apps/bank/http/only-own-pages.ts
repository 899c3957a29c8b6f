import type { FastifyReply, FastifyRequest } from "fastify";

const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Only this machine's own pages and programs: another site's page cannot post a form here (`Origin`), nor reach it
 * under a name of its own that it points to this machine (`Host`).
 */
export async function onlyOwnPages(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host = "", origin } = request.headers;
  const isOwn = ownHost.test(host) && (origin === undefined || origin === `http://${host}`);
  if (!isOwn) await reply.code(403).send({ code: "NOT_OWN_PAGE" });
}
