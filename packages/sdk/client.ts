import type { z } from "zod";
import type { Answer } from "./answer.ts";
import { ProblemError, problemIn } from "./problem-error.ts";
import { sessionFetch } from "./session-fetch.ts";

/** A named question with the shapes of its parameters and of its answer, as domains export them (`views.ts`). */
export interface View<Params extends z.ZodObject = z.ZodObject, Result extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly params: Params;
  readonly result: Result;
}

/** A node, reached over HTTP; in browsers and in Node. */
export interface Client {
  readonly url: string;
  /** Asks one question. Throws ProblemError where the node refuses, ZodError where the answer has another shape. */
  ask<Params extends z.ZodObject, Result extends z.ZodType>(
    view: View<Params, Result>,
    params: z.input<Params>,
  ): Promise<z.output<Result>>;
  /** Sends signed envelopes (1 to 64 in a row) and waits until they are final; tries again while the node is busy. */
  submit(envelopes: Uint8Array<ArrayBuffer>): Promise<readonly Answer[]>;
  /**
   * Sends one request to this node (`path` begins with `/api/`), with the session's cookie and its mark where somebody is
   * signed in. Answers as `fetch` does; nothing is thrown for a refusal.
   */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The session of this client (`signIn`, `whoAmI`): the mark that goes with every request that changes something. */
  readonly session: { csrf: string | undefined };
}

export const busyTriesMax = 20;
const busyWaitMs = 250;
const mediaType = "application/vnd.mingbai.transactions";

export function createClient(options: { url: string; fetch?: typeof fetch }): Client {
  const url = options.url.replace(/\/$/, "");
  const session = { csrf: undefined };
  const send = sessionFetch(options.fetch ?? fetch, session);
  return {
    url,
    session,
    send: (path, init) => send(`${url}${path}`, init),
    async ask(view, params) {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
      const response = await send(`${url}/api/queries/${view.name}?${query}`);
      if (!response.ok) throw await problemIn(response);
      return view.result.parse(await response.json());
    },
    submit: (envelopes) => submit({ url, send }, envelopes),
  };
}

async function submit(
  { url, send }: { url: string; send: typeof fetch },
  envelopes: Uint8Array<ArrayBuffer>,
): Promise<readonly Answer[]> {
  for (let tries = 1; ; tries++) {
    const response = await send(`${url}/api/transactions`, {
      method: "POST",
      headers: { "content-type": mediaType },
      body: envelopes,
    });
    if (response.ok) return (await response.json()) as readonly Answer[];
    const problem = await problemIn(response);
    if (problem.status !== 503 || tries === busyTriesMax) throw problem;
    await waitUntilFree(problem);
  }
}

/** Waits as long as a busy node has asked for. */
export function waitUntilFree({ retryAfterMs }: ProblemError): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, retryAfterMs ?? busyWaitMs));
}

/** The one answer to one envelope. Throws ProblemError where the node gave none. */
export function onlyAnswer(answers: readonly Answer[]): Answer {
  const [answer] = answers;
  if (answer !== undefined && answers.length === 1) return answer;
  throw new ProblemError({
    code: "ANSWER_MISSING",
    status: 502,
    detailEn: "The node did not answer once.",
    detailZh: "节点没有给出一个应答",
  });
}
