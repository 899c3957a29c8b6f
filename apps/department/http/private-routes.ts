import { messageType, privatePaths } from "@mingbai/app-node/departments/private/private-wire";
import { askBytes } from "@mingbai/private-comparison/messages/ask";
import { type AskRefusal, refusalTexts } from "@mingbai/private-comparison/refusals";
import type { FastifyInstance } from "fastify";
import type { PrivateList } from "../private/private-list.ts";

const statuses: Readonly<Record<AskRefusal, number>> = {
  ASK_MALFORMED: 400,
  ASK_SIGNATURE_WRONG: 401,
  BUDGET_USED: 403,
  OFFER_UNKNOWN: 404,
  OFFER_ENDED: 410,
};

/** The department's side of a private comparison: its offer, the list that goes with it, answers to asks. */
export function addPrivateRoutes(server: FastifyInstance, list: Pick<PrivateList, "current" | "answer">): void {
  server.addContentTypeParser(messageType, { parseAs: "buffer", bodyLimit: askBytes }, (_, body, done) =>
    done(null, body),
  );
  server.get(privatePaths.offer, async (_, reply) =>
    reply.type(messageType).send(Buffer.from((await list.current()).offerBytes)),
  );
  server.get(privatePaths.entries, async (_, reply) =>
    reply.type(messageType).send(Buffer.from((await list.current()).entriesBytes)),
  );
  server.post(privatePaths.asks, async (request, reply) => {
    const answer = await list.answer(request.body instanceof Uint8Array ? request.body : new Uint8Array());
    if (typeof answer !== "string") return reply.type(messageType).send(Buffer.from(answer));
    const { en } = refusalTexts[answer];
    return reply.code(statuses[answer]).send({ errors: [{ code: answer, message: en }] });
  });
}
