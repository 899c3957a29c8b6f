import { randomUUID } from "node:crypto";
import {
  type AnswerEnvelope,
  dciVersion,
  type HeaderReason,
  type SearchEnvelope,
  type SearchResponse,
  searchRequestsMax,
} from "@mingbai/app-node/departments/dci/search-message";
import type { FactBook } from "../facts/fact-book.ts";
import { answerRequest } from "./answer-request.ts";

export interface AnsweringDepartment {
  readonly book: FactBook;
  readonly sources: readonly string[];
  /** Under which it is known to whoever asks. */
  readonly id: string;
  /** ms. */
  readonly now: () => number;
  /** Whether a message's name is new; notes it. */
  readonly isNew: (messageId: string) => boolean;
}

/** The answer to a whole message, without its signature: refused as a whole, or request by request. */
export function answerSearch(department: AnsweringDepartment, asked: SearchEnvelope): AnswerEnvelope {
  const { header, message } = asked;
  const now = new Date(department.now()).toISOString();
  const refused = findRefusal(department, asked);
  const responses = refused === undefined ? answerAll(department, asked, now) : [];
  return {
    header: {
      version: dciVersion,
      message_id: randomUUID(),
      message_ts: now,
      action: "on-search",
      status: refused === undefined ? "succ" : "rjct",
      ...(refused !== undefined && { status_reason_code: refused, status_reason_message: refused }),
      total_count: message.search_request.length,
      completed_count: responses.length,
      sender_id: department.id,
      receiver_id: header.sender_id,
      is_msg_encrypted: false,
    },
    message: {
      transaction_id: message.transaction_id,
      correlation_id: randomUUID(),
      search_response: responses,
    },
  };
}

function findRefusal(
  { isNew }: AnsweringDepartment,
  { header, message: { search_request } }: SearchEnvelope,
): HeaderReason | undefined {
  if (header.version !== dciVersion) return "rjct.version.invalid";
  if (header.action !== "search") return "rjct.action.invalid";
  if (search_request.length > searchRequestsMax) return "rjct.total_count.limit_exceeded";
  if (header.total_count !== search_request.length) return "rjct.total_count.invalid";
  return isNew(header.message_id) ? undefined : "rjct.message_id.duplicate";
}

function answerAll(department: AnsweringDepartment, { message }: SearchEnvelope, now: string): SearchResponse[] {
  const seen = new Set<string>();
  return message.search_request.map((request): SearchResponse => {
    const { reference_id } = request;
    if (!seen.has(reference_id)) {
      seen.add(reference_id);
      return answerRequest(department.book, request, { now, sources: department.sources });
    }
    const reason = "rjct.reference_id.duplicate";
    return { reference_id, timestamp: now, status: "rjct", status_reason_code: reason, status_reason_message: reason };
  });
}
