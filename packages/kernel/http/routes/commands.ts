import { findBase64 } from "@mingbai/codec/base64";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import type { Command } from "@mingbai/ledger/definition/command";
import type { Registry } from "@mingbai/ledger/definition/registry";
import { encodeEnvelope } from "@mingbai/ledger/transaction/envelope";
import { findHeader, headerBytes } from "@mingbai/ledger/transaction/header";
import type { Sequencer } from "@mingbai/sequencer/sequencer";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AnswerJson, findAnswerProblem, ReceivedJson } from "../answer-json.ts";
import { HttpProblem, Problem } from "../problem.ts";
import { isReceived, submitAsPreferred } from "../submit-as-preferred.ts";

interface Parts {
  readonly sequencer: Sequencer;
  readonly registry: Registry;
}

const Base64 = z.base64().meta({ description: "base64" });

/** `POST /api/commands/<name>`: one signed command in readable form. What was signed is the header, which names the body's hash. */
export function commandRoutes(server: FastifyInstance, parts: Parts): void {
  for (const command of parts.registry.commands.values()) commandRoute(server, parts, command);
}

function commandRoute(server: FastifyInstance, { sequencer, registry }: Parts, command: Command): void {
  const body = z.object({ header: Base64, signature: Base64, body: command.schema });
  server.route({
    method: "POST",
    url: `/api/commands/${command.name}`,
    schema: {
      operationId: command.name,
      summary: command.title.en,
      description: `${command.title.zh}. Audit: ${command.audit.en} / ${command.audit.zh}. Roles: ${command.allow.map(({ role }) => role).join(", ")}`,
      body,
      response: { 200: AnswerJson, 202: ReceivedJson, default: Problem },
    },
    handler: async (request, reply) => {
      const given = request.body as { header: string; signature: string; body: CanonicalObject };
      const [answer] = await submitAsPreferred(sequencer, request, envelopeOf(command.name, given));
      if (answer === undefined) throw new Error("the sequencer gave no answer");
      if (isReceived(answer)) return reply.code(202).send(answer);
      const problem = findAnswerProblem(registry, answer);
      if (problem !== undefined) throw new HttpProblem(problem);
      return answer;
    },
  });
}

function envelopeOf(
  name: string,
  given: { header: string; signature: string; body: CanonicalObject },
): Uint8Array<ArrayBuffer> {
  const header = findBase64(given.header);
  const signature = findBase64(given.signature);
  const isThisCommand = header?.length === headerBytes && findHeader(header)?.command === name;
  if (header === undefined || signature === undefined || !isThisCommand) {
    throw new HttpProblem({
      code: "MALFORMED",
      status: 400,
      en: `The header is not the 224 signed bytes of a ${name}.`,
      zh: `header 不是 ${name} 的 224 个签名字节`,
    });
  }
  return encodeEnvelope({ header, signature, body: canonicalBytes(given.body) });
}
