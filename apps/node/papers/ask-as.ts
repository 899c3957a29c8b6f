import { HttpProblem } from "@mingbai/http/problem";
import { mayAsk, type QueryRoute, type Reader } from "@mingbai/http/query-route";
import type { z } from "zod";

interface View {
  readonly name: string;
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
}

/** Asks one of the node's own questions with a reader's rights: what they may not see on a page is not on a paper either. */
export type AskAs = <V extends View>(view: V, params: z.input<V["params"]>) => Promise<z.output<V["result"]>>;

/** Throws the problems of the questions themselves, and NOT_ALLOWED (403). */
export function askAs(queries: readonly QueryRoute[], reader: Reader): AskAs {
  const byName = new Map(queries.map((query) => [query.name, query]));
  return async <V extends View>(view: V, params: z.input<V["params"]>) => {
    const query = byName.get(view.name);
    if (query === undefined) throw new Error(`the node answers no ${view.name}`);
    if (!mayAsk(reader, query.allow)) throw notAllowed(query);
    return view.result.parse(await query.answer(view.params.parse(params), reader)) as z.output<V["result"]>;
  };
}

function notAllowed({ title }: QueryRoute): HttpProblem {
  const words = { en: `None of your roles may ask: ${title.en}`, zh: `您的角色不能查：${title.zh}` };
  return new HttpProblem({ code: "NOT_ALLOWED", status: 403, ...words });
}
