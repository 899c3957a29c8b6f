import {
  IdentifierQuery,
  identifierType,
  PredicateStep,
  type SearchCriteria,
  type SearchReason,
} from "@mingbai/app-node/departments/dci/search-message";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";
import type { FactBook } from "../facts/fact-book.ts";
import { holdsFor, unknownAttributes } from "./predicate.ts";

/** A search that finds more is refused: whoever wants a whole list takes it as a file. */
export const foundMax = 200_000;
const stepsMax = 20;

/** The named query of an "expression" (ExpTemplate.yaml): everything that is true since a day. */
export const sinceQuery = "ns:mingbai:QueryType:since";
const SinceQuery = z.object({
  type: z.literal(sinceQuery),
  value: z.object({ expression: z.object({ since: z.iso.date() }) }),
});

/** What a query finds, in the list's order, or why it is refused. */
export function findMatching(book: FactBook, { query_type, query }: SearchCriteria): readonly Fact[] | SearchReason {
  const found = findBy[query_type](book, query);
  return typeof found !== "string" && found.length > foundMax ? "rjct.search.too_many_records_found" : found;
}

const findBy: {
  readonly [type in SearchCriteria["query_type"]]: (book: FactBook, query: unknown) => readonly Fact[] | SearchReason;
} = {
  "idtype-value": (book, query) => {
    const asked = IdentifierQuery.safeParse(query);
    if (!asked.success) return "rjct.search_criteria.invalid";
    return asked.data.type === identifierType ? book.about(asked.data.value) : "rjct.search_criteria.invalid";
  },
  predicate: (book, query) => {
    const asked = z.array(PredicateStep).min(1).max(stepsMax).safeParse(query);
    if (!asked.success) return "rjct.search_criteria.invalid";
    if (unknownAttributes(asked.data).length > 0) return "rjct.filter.invalid";
    const steps = asked.data.toSorted((one, other) => (one.seq_num ?? 0) - (other.seq_num ?? 0));
    return book.all.filter((fact) => holdsFor(fact, steps));
  },
  expression: (book, query) => {
    const asked = SinceQuery.safeParse(query);
    if (!asked.success) return "rjct.search_criteria.invalid";
    const { since } = asked.data.value.expression;
    return book.all.filter(({ asOf }) => asOf >= since);
  },
};
