import { randomUUID } from "node:crypto";
import { findJson } from "@mingbai/codec/find-json";
import { toHex } from "@mingbai/codec/hex";
import { askDepartment } from "../asking/ask-department.ts";
import type { HttpSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import { isSigned, signMessage } from "./message-signature.ts";
import { AnswerEnvelope, dciVersion, identifierType, type SearchResponse, syncSearchPath } from "./search-message.ts";

const answerMsMax = 60_000;
const answerBytesMax = 64 * 1024 * 1024;
const keyCharsShown = 16;

/** A page about one person. */
export interface SearchPage {
  readonly number: string;
  readonly page: number;
  readonly pageSize: number;
}

/** Answers in the order of the pages asked for, and when the department says that they are from. */
export interface SearchAnswer {
  readonly responses: readonly SearchResponse[];
  readonly sourceMs: number;
}

/** Asks for some people's pages in one message. Throws a TakingFault. */
export async function askSearch(taking: Taking<HttpSource>, pages: readonly SearchPage[]): Promise<SearchAnswer> {
  const { source, now } = taking;
  const body = await requestBody(taking, pages);
  const bytes = await send(source, body, taking.signal);
  const answer = AnswerEnvelope.safeParse(findJson(bytes));
  if (!answer.success) throw new TakingFault("NOT_UNDERSTOOD");
  const { publicKey } = source;
  // As it came: what the schema adds was not signed.
  const said = findJson(bytes) as Required<AnswerEnvelope>;
  if (publicKey !== undefined && !isSigned(said, { publicKey, nowMs: now() })) throw new TakingFault("ANSWER_UNSIGNED");
  const { header, message } = answer.data;
  if (header.status === "rjct") throw new TakingFault("REFUSED", { told: header.status_reason_code });
  const byReference = new Map(message?.search_response.map((one) => [one.reference_id, one]));
  const responses = pages.flatMap((_, at) => byReference.get(referenceOf(at)) ?? []);
  if (responses.length !== pages.length || message?.transaction_id !== body.message.transaction_id)
    throw new TakingFault("ANSWER_OTHER");
  return { responses, sourceMs: Date.parse(header.message_ts) };
}

function referenceOf(at: number): string {
  return String(at + 1);
}

async function requestBody({ source, sender, signer, now }: Taking<HttpSource>, pages: readonly SearchPage[]) {
  const nowMs = now();
  const timestamp = new Date(nowMs).toISOString();
  const header = {
    version: dciVersion,
    message_id: randomUUID(),
    message_ts: timestamp,
    action: "search",
    sender_id: sender,
    receiver_id: source.name,
    total_count: pages.length,
    is_msg_encrypted: false,
  };
  const message = {
    transaction_id: randomUUID(),
    search_request: pages.map(({ number, page, pageSize }, at) => ({
      reference_id: referenceOf(at),
      timestamp,
      search_criteria: {
        version: dciVersion,
        query_type: "idtype-value",
        query: { type: identifierType, value: number },
        pagination: { page_size: pageSize, page_number: page },
      },
    })),
  };
  if (!source.sign) return { header, message };
  const keyId = toHex(signer.publicKey).slice(0, keyCharsShown);
  return { signature: await signMessage({ header, message }, { signer, sender, keyId, nowMs }), header, message };
}

async function send({ url, bearerFile }: HttpSource, body: object, signal: AbortSignal): Promise<Uint8Array> {
  const headers = { "content-type": "application/json" };
  return askDepartment(
    { url, path: syncSearchPath, bearerFile },
    { method: "POST", headers, body: JSON.stringify(body), signal, answerMsMax, answerBytesMax },
  );
}
