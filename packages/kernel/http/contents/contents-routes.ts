import { fromHex } from "@mingbai/codec/hex";
import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { ContentKept, SaltedContent } from "../contents-views.ts";
import { Problem } from "../problem.ts";
import { canonicalContent } from "./canonical-content.ts";
import { orContentProblem } from "./content-refusal.ts";
import type { ContentsParts } from "./contents-port.ts";
import { draftsRoutes } from "./drafts-routes.ts";
import { filesRoutes } from "./files-routes.ts";

/** What a session keeps besides the ledger: contents under their commitments, drafts, files. */
export function contentsRoutes(server: FastifyInstance, parts: ContentsParts): void {
  contentsRoute(server, parts);
  draftsRoutes(server, parts);
  filesRoutes(server, parts);
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
