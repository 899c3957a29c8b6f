import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { answerQuery } from "@mingbai/read-model/answer-query";
import type { Query } from "@mingbai/read-model/define-query";
import type { QueryConnections } from "@mingbai/read-model/open-queries";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { findTablesProblem } from "./tables-problem.ts";

/** A question to the tables as the server mounts it. */
export function bindQuery(connections: QueryConnections, query: Query): QueryRoute {
  return {
    name: query.name,
    title: query.title,
    params: query.params,
    result: query.result,
    allow: query.allow,
    ...(query.byBody && { byBody: query.byBody }),
    async answer(params, reader) {
      try {
        return await answerQuery(connections, query, { params, reader });
      } catch (error) {
        if (!(error instanceof QueryRefusal)) throw findTablesProblem(error) ?? error;
        const { code, status, words } = error;
        throw new HttpProblem({ code, status, ...words });
      }
    },
  };
}
