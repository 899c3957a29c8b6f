import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { contentSecurityPolicy, withNonce } from "@mingbai/app-web/csp";
import { HttpProblem } from "@mingbai/http/problem";
import type { FastifyInstance, FastifyReply } from "fastify";

const nonceBytes = 18;
const yearMs = 31_536_000_000;

/**
 * Serves the built pages: hashed assets for ever, and for every other address the one page, with a fresh nonce. `others`: origins of
 * the ledger's other nodes, with which a page goes on when this one is gone.
 */
export async function serveWeb(
  server: FastifyInstance,
  folder: string,
  others: () => readonly string[] = () => [],
): Promise<void> {
  const index = await readFile(join(folder, "index.html"), "utf8");
  const sendPage = (reply: FastifyReply) => {
    const nonce = randomBytes(nonceBytes).toString("base64");
    return reply
      .header("content-security-policy", contentSecurityPolicy(nonce, others()))
      .header("cache-control", "no-store")
      .header("x-content-type-options", "nosniff")
      .header("referrer-policy", "no-referrer")
      .type("text/html; charset=utf-8")
      .send(withNonce(index, nonce));
  };
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    immutable: true,
    preCompressed: true,
    maxAge: yearMs,
  });
  server.get("/verify.html", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(await readFile(join(folder, "verify.html"))),
  );
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" && !request.url.startsWith("/api/") && request.headers.accept?.includes("text/html");
    if (isPage) return sendPage(reply);
    throw new HttpProblem({
      code: "NOT_FOUND",
      status: 404,
      en: "There is nothing at this address.",
      zh: "这个地址没有内容",
    });
  });
}
