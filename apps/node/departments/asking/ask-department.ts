import { readFile } from "node:fs/promises";
import { TakingFault } from "../taking-fault.ts";

/** Where a department listens. `bearerFile`: a file whose text is shown as `Authorization: Bearer`. */
export interface DepartmentPlace {
  readonly url: string;
  /** Behind the path of `url`. */
  readonly path: string;
  readonly bearerFile: string | undefined;
}

export interface DepartmentRequest {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly answerMsMax: number;
  readonly answerBytesMax: number;
}

/** One request to a department: the bytes of its answer. Throws a TakingFault where there is none, or none that may be read. */
export async function askDepartment(place: DepartmentPlace, request: DepartmentRequest): Promise<Uint8Array> {
  const response = await send(place, request);
  const bytes = await readBounded(response, request.answerBytesMax);
  if (!response.ok) throw statusFault(response, bytes);
  return bytes;
}

async function send({ url, path, bearerFile }: DepartmentPlace, request: DepartmentRequest): Promise<Response> {
  const { method, headers, body, signal, answerMsMax } = request;
  const bearer = bearerFile === undefined ? undefined : (await readFile(bearerFile, "utf8")).trim();
  try {
    return await fetch(new URL(`${new URL(url).pathname.replace(/\/$/, "")}${path}`, url), {
      method,
      headers: { ...headers, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
      ...(body !== undefined && { body }),
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMsMax)]),
    });
  } catch (error) {
    throw new TakingFault("NOT_REACHED", { mayPass: true, cause: error });
  }
}

async function readBounded(response: Response, bytesMax: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > bytesMax) throw new TakingFault("ANSWER_TOO_LARGE");
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof TakingFault) throw error;
    throw new TakingFault("NOT_REACHED", { mayPass: true, cause: error });
  }
  return Buffer.concat(pieces);
}

function statusFault({ status, headers }: Response, bytes: Uint8Array): TakingFault {
  const told = /"code"\s*:\s*"(err\.[a-z_.]{1,60}|[A-Z_]{1,60})"/.exec(Buffer.from(bytes).toString("utf8"))?.[1];
  if (told === "BUDGET_USED") return new TakingFault("BUDGET_USED");
  if (status === 401 || status === 403) return new TakingFault("NOT_ALLOWED", { told });
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  if (status === 429 || status >= 500) return new TakingFault("BUSY", { told, mayPass: true, retryAfterMs });
  return new TakingFault("NOT_UNDERSTOOD", { told });
}
