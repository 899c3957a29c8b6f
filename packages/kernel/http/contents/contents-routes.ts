import type { IncomingMessage } from "node:http";
import { fromHex } from "@mingbai/codec/hex";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { ContentKept, ContentsKept, contentsMediaType, findSaltedBytes, SaltedContent } from "../contents-views.ts";
import { Problem } from "../problem.ts";
import { readBinary } from "../read-binary.ts";
import { canonicalContent } from "./canonical-content.ts";
import { contentProblem, orContentProblem, refuseContent } from "./content-refusal.ts";
import type { ContentsParts } from "./contents-port.ts";
import { draftsRoutes } from "./drafts-routes.ts";
import { filesRoutes } from "./files-routes.ts";
import { subjectPartsRoute } from "./subject-parts-route.ts";

/** What a session keeps besides the ledger: contents under their commitments, drafts, files, parts about subjects. */
export function contentsRoutes(server: FastifyInstance, parts: ContentsParts): void {
  contentsRoute(server, parts);
  listContentsRoute(server, parts);
  draftsRoutes(server, parts);
  filesRoutes(server, parts);
  subjectPartsRoute(server, parts);
}

/** `POST /api/contents`: keeps a content before the command that carries its commitment is signed. */
function contentsRoute(server: FastifyInstance, { contents, findWriter }: ContentsParts): void {
  server.route({
    method: "POST",
    url: "/api/contents",
    schema: {
      operationId: "keepContent",
      summary: "Keep a content sealed, and give its commitment",
      description: "把内容密封保存，返回它的承诺值",
      body: SaltedContent,
      response: { 200: ContentKept, default: Problem },
    },
    handler: async (request) => {
      const { account } = findWriter(request);
      const { salt, content } = request.body as z.infer<typeof SaltedContent>;
      return orContentProblem(
        await contents.keep({ account, salt: fromHex(salt), content: canonicalContent(content) }),
      );
    },
  });
}

/** Sealing reads a body on other threads, which memory that threads share is not taken for. */
const ownMemory = { take: (bytes: number) => new Uint8Array(bytes) };

/**
 * `POST /api/contents/list`: the same for several contents in one request, as bytes.
 * PERF: 150 MB of texts for a list of 1,000,000 lines; nothing is made of them here. Bench: disburse.million.
 */
function listContentsRoute(server: FastifyInstance, { contents, findWriter }: ContentsParts): void {
  server.addContentTypeParser(contentsMediaType, async (_request: FastifyRequest, payload: IncomingMessage) =>
    readBinary(payload, ownMemory),
  );
  server.route({
    method: "POST",
    url: "/api/contents/list",
    schema: {
      operationId: "keepContents",
      summary:
        "Keep up to 64 contents sealed: each as 32 bytes of salt, its length (u32, little-endian), canonical JSON",
      description: "一次密封保存多份内容，返回各自的承诺值",
      consumes: [contentsMediaType],
      response: { 200: ContentsKept, default: Problem },
    },
    handler: async (request) => {
      const writer = findWriter(request);
      const salted = request.body instanceof Uint8Array ? findSaltedBytes(request.body) : undefined;
      if (salted === undefined) throw contentProblem(refuseContent("CONTENT_FORM"));
      return orContentProblem(await contents.keepAll(writer, salted));
    },
  });
}
