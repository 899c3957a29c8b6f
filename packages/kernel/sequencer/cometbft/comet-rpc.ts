import { request } from "node:http";
import { z } from "zod";

const answerBytesMax = 16 * 1024 * 1024;
const answerMsMax = 5_000;

/**
 * Asks CometBFT over its local RPC socket: `path` as in "status" or "commit?height=7". Gives the `result`, in the shape
 * that `schema` says. Rejects where CometBFT is not there, refuses, or answers in another shape; after 5 s in any case.
 */
export async function askComet<T>({
  rpcSocket,
  path,
  schema,
}: {
  readonly rpcSocket: string;
  readonly path: string;
  readonly schema: z.ZodType<T>;
}): Promise<T> {
  const text = await getText({ rpcSocket, path });
  return z.object({ result: schema }).parse(JSON.parse(text)).result;
}

function getText({ rpcSocket, path }: { readonly rpcSocket: string; readonly path: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: rpcSocket, path: `/${path}`, signal: AbortSignal.timeout(answerMsMax) });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on("error", reject);
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > answerBytesMax)
          answer.destroy(new Error(`CometBFT answers ${path} with over ${answerBytesMax} bytes`));
      });
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`CometBFT answers ${path} with ${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    asked.end();
  });
}
