import type { IncomingMessage } from "node:http";
import { BodyMemory } from "@mingbai/sequencer/admission/body-memory";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { requestBytesMax } from "../contents-views.ts";
import { Problem } from "../problem.ts";
import { readBinary } from "../read-binary.ts";
import { findSubjectParts, PartsKept, partsMediaType } from "../subject-parts-views.ts";
import { contentProblem, orContentProblem, refuseContent } from "./content-refusal.ts";
import type { ContentsParts } from "./contents-port.ts";

/** Requests whose memory is kept for the next: as many as one import has on their way. */
const sparesMax = 3;

/**
 * `POST /api/subjects/parts`: texts about households and persons, before the commands that carry their commitments.
 * PERF: an import brings 450,000 of them, 4,096 a request, and their memory is used again.
 */
export function subjectPartsRoute(server: FastifyInstance, { subjects, findWriter }: ContentsParts): void {
  const memory = new BodyMemory({ stepBytes: requestBytesMax, spareBytesMax: sparesMax * requestBytesMax });
  server.addContentTypeParser(partsMediaType, async (_request: FastifyRequest, payload: IncomingMessage) =>
    readBinary(payload, memory),
  );
  server.route({
    method: "POST",
    url: "/api/subjects/parts",
    schema: {
      operationId: "keepParts",
      summary:
        "Keep up to 4,096 parts about subjects sealed: each as 8 bytes of subject, 32 bytes of salt, its length (u32, little-endian), canonical JSON",
      description: "一次密封保存多份户和人的资料，返回各自的承诺值",
      consumes: [partsMediaType],
      response: { 200: PartsKept, default: Problem },
    },
    handler: async (request) => {
      const writer = findWriter(request);
      const { body } = request;
      const parts = body instanceof Uint8Array ? findSubjectParts(body) : undefined;
      if (!(body instanceof Uint8Array) || parts === undefined) throw contentProblem(refuseContent("PARTS_FORM"));
      const kept = await subjects.keep(writer, parts);
      memory.give(body);
      return orContentProblem(kept);
    },
  });
}
