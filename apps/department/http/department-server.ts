import { isSigned, signMessage } from "@mingbai/app-node/departments/dci/message-signature";
import { SearchEnvelope, syncSearchPath } from "@mingbai/app-node/departments/dci/search-message";
import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { PrivateList } from "../private/private-list.ts";
import { type AnsweringDepartment, answerSearch } from "../search/answer-search.ts";
import { addPrivateRoutes } from "./private-routes.ts";

/** A message of 500 questions is some 200 kB. */
const bodyBytesMax = 1024 * 1024;
const keyNumber = "1";

export interface DepartmentParts extends AnsweringDepartment {
  readonly signer: Signer;
  /** Public key, hexadecimal, of whoever may ask; everyone who reaches it where it is absent. */
  readonly caller: string | undefined;
  /** What a caller has to show as `Authorization: Bearer`; nothing where it is absent. */
  readonly bearer: string | undefined;
  /** The next so many messages are answered 503, so that whoever asks can be seen to come back. */
  readonly failures: { left: number };
  /** Answers comparisons alone, and no searches, where it is there. */
  readonly list?: Pick<PrivateList, "current" | "answer"> | undefined;
}

/** The department's side of the search, not yet listening. Faults of transport are as the specification has them: `{errors: [{code, message}]}`. */
export function createDepartmentServer(parts: DepartmentParts): FastifyInstance {
  const server = Fastify({ bodyLimit: bodyBytesMax });
  server.setNotFoundHandler((_, reply) => refuse(reply, 404, "err.request.not_found"));
  server.setErrorHandler((error: { readonly statusCode?: number }, _, reply) =>
    refuse(
      reply,
      error.statusCode ?? 500,
      error.statusCode === undefined ? "err.service.unavailable" : "err.request.bad",
    ),
  );
  server.get("/health", async () => ({ state: "ok", sources: parts.sources, facts: parts.book.all.length }));
  if (parts.list === undefined) server.post(syncSearchPath, (request, reply) => answer(parts, request, reply));
  else addPrivateRoutes(server, parts.list);
  return server;
}

async function answer(parts: DepartmentParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { bearer, caller, failures, now, signer, id } = parts;
  if (failures.left > 0) {
    failures.left--;
    return refuse(reply.header("retry-after", "1"), 503, "err.service.unavailable");
  }
  if (bearer !== undefined && request.headers.authorization !== `Bearer ${bearer}`)
    return refuse(reply, 401, "err.request.unauthorized");
  const asked = SearchEnvelope.safeParse(request.body);
  if (!asked.success) return refuse(reply, 400, "err.request.bad");
  if (asked.data.header.is_msg_encrypted) return refuse(reply, 400, "err.encryption.invalid");
  const body = request.body as SearchEnvelope;
  if (caller !== undefined && !isSigned(body, { publicKey: caller, nowMs: now() }))
    return refuse(reply, 401, body.signature === undefined ? "err.signature.missing" : "err.signature.invalid");
  const { header, message } = answerSearch(parts, asked.data);
  const signature = await signMessage({ header, message }, { signer, sender: id, keyId: keyNumber, nowMs: now() });
  return reply.send({ signature, header, message });
}

/** The public key by which answers are known to be this department's. */
export function publicKeyOf({ signer }: Pick<DepartmentParts, "signer">): string {
  return toHex(signer.publicKey);
}

function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply.code(status).send({ errors: [{ code, message: code }] });
}
