import { createClient } from "@mingbai/sdk/client";
import { signIn } from "@mingbai/sdk/session";
import { Pool } from "undici";
import { demoNumber, demoSigner } from "../../../apps/node/demo/demo-keys.ts";
import type { Measured } from "../define-bench.ts";
import { percentile } from "./percentile.ts";

/** Somebody of the demo whose pages are read. */
export type ReaderId = "street-manager" | "regulator" | "supplier-0" | "civil-clerk" | "town-clerk" | "grid-0";

/** One question of a page: as whom, which, and under what name its times are told apart. */
export interface PageRequest {
  readonly kind: string;
  readonly as: ReaderId;
  readonly query: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Cookies = Readonly<Partial<Record<ReaderId, string>>>;

/** Signs each of them in; gives the cookies of their sessions. */
export async function signInReaders(url: string, ids: readonly ReaderId[]): Promise<Cookies> {
  const cookies: Partial<Record<ReaderId, string>> = {};
  for (const id of ids) cookies[id] = await signInReader(url, id);
  return cookies;
}

async function signInReader(url: string, id: ReaderId): Promise<string> {
  let cookie = "";
  const keepCookie: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie = response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? cookie;
    return response;
  };
  await signIn(createClient({ url, fetch: keepCookie }), { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  return cookie;
}

/**
 * So many readers, each asking its next question as soon as it has its answer; answers are read whole and must be 200.
 * The figure is the p95 of all, in milliseconds; beside it p50, p99, answers a second and the p95 of each kind.
 */
export async function readPages(
  { url, cookies, readers }: { url: string; cookies: Cookies; readers: number },
  requests: readonly PageRequest[],
): Promise<Measured> {
  const pool = new Pool(url, { connections: readers, pipelining: 1 });
  const tookMs = new Map<string, number[]>();
  let next = 0;
  const read = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const askedMs = performance.now();
      await askOne(pool, cookies, request);
      const ofKind = tookMs.get(request.kind) ?? [];
      ofKind.push(performance.now() - askedMs);
      tookMs.set(request.kind, ofKind);
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: readers }, read));
  const seconds = (performance.now() - startMs) / 1_000;
  await pool.close();
  const all = [...tookMs.values()].flat();
  const kinds = [...tookMs].map(([kind, values]) => [`${kind}P95Ms`, percentile(values, 0.95)]);
  const details = {
    p50Ms: percentile(all, 0.5),
    p99Ms: percentile(all, 0.99),
    requestsPerSecond: all.length / seconds,
  };
  return { figure: percentile(all, 0.95), details: { ...details, ...Object.fromEntries(kinds) } };
}

async function askOne(pool: Pool, cookies: Cookies, { as, query, params }: PageRequest): Promise<void> {
  const asked = Object.entries(params).map(([name, value]) => [name, String(value)]);
  const path = `/api/queries/${query}?${new URLSearchParams(asked)}`;
  const { statusCode, body } = await pool.request({ path, method: "GET", headers: { cookie: cookies[as] ?? "" } });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${path} as ${as} was answered ${statusCode}: ${text}`);
}
