import type { z } from "zod";

const answerMsMax = 10_000;

/** Asks a member's engine over its RPC: `path` as in "commit?height=7". Throws Error where it cannot be asked or says no. */
export async function askEngine<T>(rpcUrl: string, path: string, schema: z.ZodType<{ result: T }>): Promise<T> {
  const answer = await fetch(`${rpcUrl}/${path}`, { signal: AbortSignal.timeout(answerMsMax) }).catch(
    (cause: unknown) => {
      throw new Error(
        `${rpcUrl} does not answer: is that member's node running, and its RPC port open to this machine?`,
        { cause },
      );
    },
  );
  const read = schema.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) throw new Error(`${rpcUrl} does not answer ${path} as CometBFT does`);
  return read.data.result;
}
