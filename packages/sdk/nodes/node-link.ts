import type { z } from "zod";
import { problemIn } from "../problem-error.ts";
import { sessionFetch } from "../session-fetch.ts";

/** A named question with the shapes of its parameters and of its answer, as domains export them (`views.ts`). */
export interface View<Params extends z.ZodObject = z.ZodObject, Result extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly params: Params;
  readonly result: Result;
  /** Asked with its parameters in a body. */
  readonly byBody?: true;
}

/** One node as a client speaks to it, with the session that the client has there and nowhere else. */
export interface NodeLink {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** The mark that goes with every request that changes something; absent where nobody is signed in. */
  readonly session: { csrf: string | undefined };
  /** `fetch` of a path of this node, which begins with `/`. */
  send(path: string, init?: RequestInit): Promise<Response>;
}

export function openNodeLink(url: string, fetchAny: typeof fetch): NodeLink {
  const session = { csrf: undefined };
  const send = sessionFetch(fetchAny, session);
  // Another member's node is another origin, to which browsers send its own cookie only where they are told.
  return { url, session, send: (path, init) => send(`${url}${path}`, { credentials: "include", ...init }) };
}

/** How a question is asked: with `send` of a node or of a client. Throws as `Client.ask`. */
export async function askBy<Params extends z.ZodObject, Result extends z.ZodType>(
  send: NodeLink["send"],
  view: View<Params, Result>,
  params: z.input<Params>,
  init?: RequestInit,
): Promise<z.output<Result>> {
  if (view.byBody) {
    const headers = { ...init?.headers, "content-type": "application/json" };
    return answerOf(
      view,
      await send(`/api/queries/${view.name}`, { ...init, method: "POST", headers, body: JSON.stringify(params) }),
    );
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
  return answerOf(view, await send(`/api/queries/${view.name}?${query}`, init));
}

async function answerOf<Result extends z.ZodType>({ result }: { result: Result }, response: Response) {
  if (!response.ok) throw await problemIn(response);
  return result.parse(await response.json());
}

/** What a proxy says in the place of a node that is gone, and a node that can take nothing at this moment. */
export function isAway(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
