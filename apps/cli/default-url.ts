import { defaultPort } from "@mingbai/app-node/options";

/** Where a node of this machine answers unless told otherwise. */
export const defaultUrl = `http://localhost:${defaultPort}`;

/** The error of a request, with what to do where no node answered at all. */
export function withAdvice(error: unknown, url: string): unknown {
  const isUnreachable = error instanceof TypeError && error.message === "fetch failed";
  return isUnreachable
    ? new Error(`no node answers at ${url}: start one (npm start), or name another with --url`)
    : error;
}
