import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { answerQuery } from "@mingbai/read-model/answer-query";
import type { Query } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import type { Kysely } from "kysely";
import { findTablesProblem } from "./tables-problem.ts";

/** A question to the tables as the server mounts it. */
export function bindQuery(database: Kysely<unknown>, query: Query): QueryRoute {
  return {
    name: query.name,
    title: query.title,
    params: query.params,
    result: query.result,
    allow: query.allow,
    async answer(params, reader) {
      try {
        return await answerQuery(database, query, { params, reader });
      } catch (error) {
        if (!(error instanceof QueryRefusal)) throw findTablesProblem(error) ?? error;
        const { code, status, words } = error;
        throw new HttpProblem({ code, status, ...words });
      }
    },
  };
}
