import { createClient } from "../client.ts";

export const chain = "05".repeat(32);
const chainAnswer = {
  chain,
  name: "Sample",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  height: 1,
  timeMs: 1,
};

/** How a node behaves: it answers a request, is gone (no connection), or hangs until the request is given up. */
export type Behaviour = "gone" | "hangs" | ((what: string, init: RequestInit) => Response | Promise<Response>);

/** Says which ledger it keeps, and `more` to anything else. */
export function answering(more: (what: string, init: RequestInit) => Response | Promise<Response>): Behaviour {
  return (what, init) => (what.endsWith("/ledger.chain") ? Response.json(chainAnswer) : more(what, init));
}

/** A refusal as nodes write it. */
export function refusal(status: number, code: string, values: object = {}): Response {
  return Response.json({ code, status, detailEn: code, detailZh: code, values }, { status });
}

/** A client of nodes `http://<name>.example`, whose behaviour may change; `sent` is what each was asked, in order. */
export function clientOf(behaviours: Record<string, Behaviour>) {
  const sent: string[] = [];
  const client = createClient({
    urls: Object.keys(behaviours).map((name) => `http://${name}.example/`),
    async fetch(input, init = {}) {
      const { hostname, pathname } = new URL(String(input));
      const name = hostname.replace(".example", "");
      const what = `${init.method ?? "GET"} ${pathname}`;
      if (!pathname.endsWith("/ledger.chain")) sent.push(`${name} ${what}`);
      const behaviour = behaviours[name];
      if (behaviour === undefined || behaviour === "gone") throw new TypeError("fetch failed");
      return behaviour === "hangs" ? untilAborted(init.signal) : behaviour(what, init);
    },
  });
  return { client, sent, behaviours };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}
