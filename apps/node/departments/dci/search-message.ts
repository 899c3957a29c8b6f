/**
 * Messages of the Digital Convergence Initiative's registry search, version 1.0.0, as far as they are spoken here:
 * `POST /registry/sync/search` of registry_core_api_v1.0.0.yaml (github.com/spdci/standards, commit b4816e1, 29 January
 * 2025; https://standards.spdci.org). `reg_records` is a list, as in the civil and social registries' files of it; the core file
 * says "object" and describes a set.
 */
import { Fact } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";

export const dciVersion = "1.0.0";
export const syncSearchPath = "/registry/sync/search";
/** By which identifier people are asked for. */
export const identifierType = "UIN";
export const factRecordType = "mingbai:Fact";
export const referenceCharsMax = 99;

/** Requests in one message, and records on a page, that any department here answers. */
export const searchRequestsMax = 500;
export const pageSizeMax = 2_000;

/** ISO 8601 with a time zone (DateTime.yaml). */
const Moment = z.iso.datetime({ offset: true });
const Reference = z.string().min(1).max(referenceCharsMax);
const AttributeValue = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(500)]);

/** MsgHeader_V1.0.0. Some systems send `total_count` as text, as the samples do. */
export const SearchHeader = z.looseObject({
  version: z.string().default(dciVersion),
  message_id: Reference,
  message_ts: Moment,
  action: z.string().max(40),
  sender_id: Reference,
  sender_uri: z.string().optional(),
  receiver_id: z.string().max(referenceCharsMax).optional(),
  total_count: z.coerce.number().int().min(0),
  is_msg_encrypted: z.boolean().default(false),
});
export type SearchHeader = z.infer<typeof SearchHeader>;

export const operators = ["gt", "lt", "eq", "ge", "le", "in"] as const;
const Predicate = z.object({
  attribute_name: z.string().max(60),
  operator: z.enum(operators),
  attribute_value: AttributeValue,
});
export type Predicate = z.infer<typeof Predicate>;

/** ExpPredicateWithCondition: the steps of a list must all hold, in the order of `seq_num`. */
export const PredicateStep = z.object({
  seq_num: z.number().optional(),
  expression1: Predicate,
  condition: z.enum(["and", "or", "not"]).optional(),
  expression2: Predicate.optional(),
});
export type PredicateStep = z.infer<typeof PredicateStep>;

export const SearchCriteria = z.looseObject({
  version: z.string().default(dciVersion),
  reg_type: z.string().max(100).optional(),
  reg_event_type: z.string().max(100).optional(),
  query_type: z.enum(["idtype-value", "expression", "predicate"]),
  /** Judged by the kind of query: what is not of its form is refused request by request. */
  query: z.unknown(),
  sort: z.array(z.object({ attribute_name: z.string(), sort_order: z.enum(["asc", "desc"]).optional() })).optional(),
  pagination: z.object({ page_size: z.number(), page_number: z.number().default(1) }).optional(),
});
export type SearchCriteria = z.infer<typeof SearchCriteria>;

/** IdentifierTypeValue. */
export const IdentifierQuery = z.object({ type: z.string().max(40), value: z.string().max(40) });

export const SearchRequest = z.object({
  reference_id: z.string().max(referenceCharsMax),
  timestamp: z.string().max(40),
  search_criteria: z.unknown(),
  locale: z.string().max(20).optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SearchEnvelope = z.object({
  signature: z.string().max(2_000).optional(),
  header: SearchHeader,
  message: z.object({ transaction_id: Reference, search_request: z.array(SearchRequest).max(10_000) }),
});
export type SearchEnvelope = z.infer<typeof SearchEnvelope>;

/** MsgHeaderStatusReasonCode and SearchStatusReasonCode, those that a department here gives. */
export const headerReasons = [
  "rjct.version.invalid",
  "rjct.message_id.duplicate",
  "rjct.message_ts.invalid",
  "rjct.action.invalid",
  "rjct.total_count.invalid",
  "rjct.total_count.limit_exceeded",
] as const;
export type HeaderReason = (typeof headerReasons)[number];

export const searchReasons = [
  "rjct.reference_id.invalid",
  "rjct.reference_id.duplicate",
  "rjct.timestamp.invalid",
  "rjct.search_criteria.invalid",
  "rjct.filter.invalid",
  "rjct.sort.invalid",
  "rjct.pagination.invalid",
  "rjct.search.too_many_records_found",
] as const;
export type SearchReason = (typeof searchReasons)[number];

const Pagination = z.object({ page_size: z.int().min(1), page_number: z.int().min(1), total_count: z.int().min(0) });

export const SearchResponse = z.looseObject({
  reference_id: z.string().max(referenceCharsMax),
  timestamp: z.string().max(40),
  status: z.enum(["rcvd", "pdng", "succ", "rjct"]),
  status_reason_code: z.string().max(60).optional(),
  status_reason_message: z.string().max(999).optional(),
  data: z
    .looseObject({
      version: z.string().default(dciVersion),
      reg_type: z.string().optional(),
      reg_record_type: z.string(),
      /** Each is judged by itself: one that is wrong keeps no other out. */
      reg_records: z.array(z.unknown()).max(pageSizeMax),
    })
    .optional(),
  pagination: Pagination.optional(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;

/** The answer: MsgCallbackHeader_V1.0.0 with the action "on-search". */
export const AnswerEnvelope = z.object({
  signature: z.string().max(2_000).optional(),
  header: z.looseObject({
    version: z.string().default(dciVersion),
    message_id: Reference,
    message_ts: Moment,
    action: z.string(),
    status: z.enum(["rcvd", "pdng", "succ", "rjct"]),
    status_reason_code: z.string().max(60).optional(),
    status_reason_message: z.string().max(999).optional(),
  }),
  message: z
    .object({
      transaction_id: Reference,
      correlation_id: z.string().max(referenceCharsMax),
      search_response: z.array(SearchResponse).max(searchRequestsMax),
    })
    .optional(),
});
export type AnswerEnvelope = z.infer<typeof AnswerEnvelope>;

/** A record as it travels: a fact, with what kind of thing it is. */
export const FactRecord = Fact.extend({ "@type": z.literal("Fact") });

/** Type of the registry that a department's source is. */
export function registryType(source: string): string {
  return `ns:mingbai:RegistryType:${source}`;
}
