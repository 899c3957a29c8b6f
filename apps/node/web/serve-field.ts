import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { fieldSecurityPolicy } from "@mingbai/app-field/csp";
import type { FastifyInstance } from "fastify";

const yearMs = 31_536_000_000;
const root = "/field/";

/** Serves the phone application: hashed assets for ever; the page and its worker are asked for again each time. */
export async function serveField(server: FastifyInstance, folder: string): Promise<void> {
  const index = await readFile(join(folder, "index.html"), "utf8");
  server.get("/field", { schema: { hide: true } }, async (_request, reply) => reply.redirect(root, 308));
  server.get(root, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header("content-security-policy", fieldSecurityPolicy)
      .header("cache-control", "no-cache")
      .header("x-content-type-options", "nosniff")
      .header("referrer-policy", "no-referrer")
      .type("text/html; charset=utf-8")
      .send(index),
  );
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: `${root}assets/`,
    decorateReply: false,
    immutable: true,
    preCompressed: true,
    maxAge: yearMs,
  });
  await server.register(fastifyStatic, {
    root: folder,
    prefix: root,
    decorateReply: false,
    index: false,
    cacheControl: false,
    allowedPath: (path) => /^\/(worker\.js|manifest\.webmanifest|icon[\w-]*\.(svg|png))$/.test(path),
    setHeaders: (response) => {
      response.header("cache-control", "no-cache");
      response.header("x-content-type-options", "nosniff");
    },
  });
}
