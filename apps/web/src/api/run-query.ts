import { nodeClient } from "./node-client.ts";
import { QueryProblem } from "./problem.ts";
import type { ParamsOf, ResultOf, View } from "./view.ts";

const answerWaitMsMax = 20_000;

/** `?a=1&b=x` of the parameters that are set; order as given. */
export function queryString(params: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

async function answerOf(path: string, signal: AbortSignal | undefined): Promise<Response> {
  const limit = AbortSignal.timeout(answerWaitMsMax);
  try {
    return await nodeClient.send(path, {
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { accept: "application/json" },
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new QueryProblem({
      kind: "unreachable",
      code: limit.aborted ? "NO_ANSWER" : "NO_CONNECTION",
      status: 0,
      cause,
    });
  }
}

async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") return body.code;
  return `HTTP_${answer.status}`;
}

/**
 * Asks one view of the node in hand and checks the answer against the view's own shape.
 * Throws `QueryProblem`; nothing else unless `signal` was aborted.
 */
export async function runQuery<V extends View>(
  view: V,
  params: ParamsOf<V> & object,
  signal?: AbortSignal,
): Promise<ResultOf<V>> {
  const answer = await answerOf(`/api/queries/${view.name}${queryString(params)}`, signal);
  if (!answer.ok) {
    const gone = answer.status >= 502 && answer.status <= 504;
    throw new QueryProblem({
      kind: gone ? "unreachable" : "refused",
      code: await codeOf(answer),
      status: answer.status,
    });
  }
  const body: unknown = await answer.json().catch(() => undefined);
  const read = view.result.safeParse(body);
  if (!read.success) throw new QueryProblem({ kind: "shape", code: "ANSWER_SHAPE", status: 200, cause: read.error });
  return read.data as ResultOf<V>;
}
