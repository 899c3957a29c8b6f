import type { IncomingMessage } from "node:http";
import { BodyMemory } from "@mingbai/sequencer/admission/body-memory";
import type { Sequencer } from "@mingbai/sequencer/sequencer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AnswerJson, EarlyAnswerJson, findBusyProblem } from "../answer-json.ts";
import { Problem } from "../problem.ts";
import { readBinary } from "../read-binary.ts";
import { findWhole, submitAsPreferred } from "../submit-as-preferred.ts";

export const transactionsMediaType = "application/vnd.mingbai.transactions";

/** `POST /api/transactions`: signed envelopes in, one answer each, when final. Idempotent by transaction id. */
export function transactionsRoute(server: FastifyInstance, { sequencer }: { sequencer: Sequencer }): void {
  const memory = new BodyMemory();
  server.addContentTypeParser(transactionsMediaType, async (_request: FastifyRequest, payload: IncomingMessage) =>
    readBinary(payload, memory),
  );
  server.route({
    method: "POST",
    url: "/api/transactions",
    schema: {
      operationId: "submitTransactions",
      summary: "Submit 1 to 64 signed envelopes, or one payment batch; answers when they are final and durable",
      consumes: [transactionsMediaType],
      response: { 200: z.array(AnswerJson), 202: z.array(EarlyAnswerJson), default: Problem },
    },
    handler: async (request, reply) => {
      const body = request.body as Uint8Array;
      const answers = await submitAsPreferred(sequencer, request, body);
      const whole = findWhole(answers);
      if (whole === undefined) return reply.code(202).send(answers);
      // What is promised only is still read from here.
      memory.give(body);
      const busy = findBusyProblem(whole);
      if (busy !== undefined) throw busy;
      // Serialised here: the schema is for the document, and a million lines a second leave no time to check our own words.
      return reply.header("content-type", "application/json").serializer(JSON.stringify).send(whole);
    },
  });
}
