import type { QueryRoute } from "@mingbai/http/query-route";
import type { Words } from "@mingbai/ledger/definition/command";
import type { z } from "zod";

/** A query that the node answers from what it has in memory and on disk, without SQL. Open to anyone. */
export function queryOf<Params extends z.ZodObject, Result extends z.ZodType>(
  view: { readonly name: string; readonly params: Params; readonly result: Result },
  title: Words,
  answer: (params: z.output<Params>) => Promise<z.input<Result>>,
): QueryRoute {
  return { ...view, title, allow: "anyone", answer: (params) => answer(view.params.parse(params)) };
}
