import { defaultPort } from "@mingbai/app-node/options";
import { inLanguage } from "./words.ts";

/** Where a node of this machine answers unless told otherwise. */
export const defaultUrl = `http://localhost:${defaultPort}`;

/** The error of a request, with what to do where no node answered at all. */
export function withAdvice(error: unknown, url: string): unknown {
  const isUnreachable = error instanceof TypeError && error.message === "fetch failed";
  return isUnreachable
    ? new Error(
        inLanguage({
          en: `no node answers at ${url}: start one (npm start), or name another with --url`,
          zh: `${url} 没有节点应答：请先启动（npm start），或用 --url 另指`,
        }),
      )
    : error;
}
