import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Draft, DraftId, DraftSaved, DraftSummary, DraftToSave } from "../contents-views.ts";
import { Problem } from "../problem.ts";
import { canonicalContent } from "./canonical-content.ts";
import { orContentProblem } from "./content-refusal.ts";
import type { ContentsParts } from "./contents-port.ts";

const url = "/api/drafts/:id";
const Params = z.strictObject({ id: DraftId });
type Params = z.infer<typeof Params>;

/** `PUT`, `GET`, `DELETE /api/drafts/<id>` and `GET /api/drafts`: the session's own account's drafts and no others. */
export function draftsRoutes(server: FastifyInstance, { drafts, findWriter }: ContentsParts): void {
  server.route({
    method: "GET",
    url: "/api/drafts",
    schema: { operationId: "listDrafts", summary: "My drafts", response: { 200: z.array(DraftSummary) } },
    handler: async (request) => drafts.list(findWriter(request).account),
  });
  server.route({
    method: "GET",
    url,
    schema: {
      operationId: "loadDraft",
      summary: "One of my drafts",
      params: Params,
      response: { 200: Draft, default: Problem },
    },
    handler: async (request) => {
      const { account } = findWriter(request);
      return orContentProblem(await drafts.load({ account, ...(request.params as Params) }));
    },
  });
  server.route({
    method: "PUT",
    url,
    schema: {
      operationId: "saveDraft",
      summary: "Save a draft over the version that the page last saw",
      params: Params,
      body: DraftToSave,
      response: { 200: DraftSaved, default: Problem },
    },
    handler: async (request) => {
      const { account } = findWriter(request);
      const { content, ...rest } = request.body as DraftToSave;
      const place = { account, ...(request.params as Params) };
      return orContentProblem(await drafts.save(place, { ...rest, content: canonicalContent(content) }));
    },
  });
  server.route({
    method: "DELETE",
    url,
    schema: {
      operationId: "deleteDraft",
      summary: "Delete one of my drafts for good",
      params: Params,
      response: { 204: z.null(), default: Problem },
    },
    handler: async (request, reply) => {
      const { account } = findWriter(request);
      await drafts.delete({ account, ...(request.params as Params) });
      return reply.code(204).send(null);
    },
  });
}
