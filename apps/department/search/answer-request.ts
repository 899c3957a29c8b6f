import {
  dciVersion,
  factRecordType,
  pageSizeMax,
  registryType,
  SearchCriteria,
  type SearchReason,
  type SearchRequest,
  type SearchResponse,
} from "@mingbai/app-node/departments/dci/search-message";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";
import type { FactBook } from "../facts/fact-book.ts";
import { findMatching } from "./find-matching.ts";

const pageSizeUsual = 200;
const Moment = z.iso.datetime({ offset: true });
const sortedBy = ["asOf"];

/** One request of a message: a page of what it finds, or why it is refused. `now`: ISO 8601. */
export function answerRequest(
  book: FactBook,
  request: SearchRequest,
  { now, sources }: { now: string; sources: readonly string[] },
): SearchResponse {
  const { reference_id } = request;
  const found = findAsked(book, request, sources);
  if (typeof found === "string")
    return { reference_id, timestamp: now, status: "rjct", status_reason_code: found, status_reason_message: found };
  const { facts, pagination } = found;
  const { page_size, page_number } = pagination;
  const records = facts.slice((page_number - 1) * page_size, page_number * page_size);
  return {
    reference_id,
    timestamp: now,
    status: "succ",
    data: {
      version: dciVersion,
      reg_type: registryType(sources.join("+")),
      reg_record_type: factRecordType,
      reg_records: records.map((fact) => ({ "@type": "Fact", ...fact })),
    },
    pagination: { page_size, page_number, total_count: facts.length },
  };
}

interface Found {
  readonly facts: readonly Fact[];
  readonly pagination: { readonly page_size: number; readonly page_number: number };
}

function findAsked(book: FactBook, request: SearchRequest, sources: readonly string[]): Found | SearchReason {
  if (request.reference_id === "") return "rjct.reference_id.invalid";
  if (!Moment.safeParse(request.timestamp).success) return "rjct.timestamp.invalid";
  const criteria = SearchCriteria.safeParse(request.search_criteria);
  if (!criteria.success || criteria.data.version !== dciVersion) return "rjct.search_criteria.invalid";
  const { sort = [], pagination = { page_size: pageSizeUsual, page_number: 1 }, reg_type } = criteria.data;
  const isOurs =
    reg_type === undefined || [...sources, sources.join("+")].some((one) => reg_type === registryType(one));
  if (!isOurs) return "rjct.search_criteria.invalid";
  if (sort.some(({ attribute_name }) => !sortedBy.includes(attribute_name))) return "rjct.sort.invalid";
  if (!isPage(pagination)) return "rjct.pagination.invalid";
  const facts = findMatching(book, criteria.data);
  return typeof facts === "string" ? facts : { facts: inOrder(facts, sort), pagination };
}

function isPage({ page_size, page_number }: Found["pagination"]): boolean {
  return (
    Number.isSafeInteger(page_size) &&
    Number.isSafeInteger(page_number) &&
    page_size >= 1 &&
    page_size <= pageSizeMax &&
    page_number >= 1
  );
}

/** By day where that is asked for; else the list's own order, so that pages do not move between two questions. */
function inOrder(facts: readonly Fact[], sort: NonNullable<SearchCriteria["sort"]>): readonly Fact[] {
  const [by] = sort;
  if (by === undefined) return facts;
  const way = by.sort_order === "desc" ? -1 : 1;
  return facts.toSorted((one, other) => (one.asOf === other.asOf ? 0 : one.asOf < other.asOf ? -way : way));
}
