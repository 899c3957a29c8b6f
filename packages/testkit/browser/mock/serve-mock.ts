import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { extname, join, normalize } from "node:path";
import { MockRefusal } from "./mock-answers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * A running mock; while `fail` is true every query is answered with 503, as when the node is away. `others`: origins of other
 * nodes, which pages may ask and whose pages may ask here.
 */
export interface MockServer {
  readonly url: string;
  fail: boolean;
  others: readonly string[];
  close(): Promise<void>;
}

type Answer = (name: string, params: Readonly<Record<string, string>>) => Promise<unknown>;

/** What came to another address than a query's; bytes as sent. */
export interface MockCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Answers a call with JSON, or with bytes; undefined leaves it to the pages. */
export type MockApi = (call: MockCall) => Promise<{ readonly status: number; readonly body: unknown } | undefined>;

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** How the pages want to be served: their policy for a nonce, and index.html with it. */
export interface PageRules {
  readonly outDir: string;
  contentSecurityPolicy(nonce: string, others: readonly string[]): string;
  withNonce(indexHtml: string, nonce: string): string;
}

function page(response: ServerResponse, rules: PageRules, others: readonly string[]): void {
  const nonce = randomBytes(16).toString("base64");
  response
    .writeHead(200, {
      "content-type": types[".html"],
      "content-security-policy": rules.contentSecurityPolicy(nonce, others),
    })
    .end(rules.withNonce(readFileSync(join(rules.outDir, "index.html"), "utf8"), nonce));
}

function file(
  response: ServerResponse,
  { rules, pathname, others }: { rules: PageRules; pathname: string; others: readonly string[] },
): void {
  const { outDir } = rules;
  const path = join(outDir, normalize(pathname));
  const isFile = path.startsWith(outDir) && existsSync(path) && statSync(path).isFile();
  if (!isFile || pathname === "/index.html") {
    page(response, rules, others);
    return;
  }
  response.writeHead(200, {
    "content-type": types[extname(path)] ?? "application/octet-stream",
    // What is named by its content is read once by a browser, as from a node.
    ...(pathname.startsWith("/assets/") && { "cache-control": "public, max-age=31536000, immutable" }),
  });
  response.end(readFileSync(path));
}

async function callOf(request: IncomingMessage, path: string): Promise<MockCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return { method: request.method ?? "GET", path, headers: request.headers, body: Buffer.concat(parts) };
}

function problemOf(isAway: boolean): object {
  const [code, status] = isAway ? ["NODE_AWAY", 503] : ["UNKNOWN_ADDRESS", 404];
  return { code, status, title: code, detail: code };
}

function reply(response: ServerResponse, { status, body }: { status: number; body: unknown }): void {
  if (body instanceof Uint8Array) response.writeHead(status, { "content-type": "application/octet-stream" }).end(body);
  else if (body === undefined) response.writeHead(status).end();
  else json(response, status, body);
}

/** Lets other nodes' pages ask, as a node does; true where that was all that was asked. */
function isAllowed({ method, headers }: IncomingMessage, response: ServerResponse, others: readonly string[]): boolean {
  if (headers.origin === undefined || !others.includes(headers.origin)) return false;
  response.setHeader("access-control-allow-origin", headers.origin);
  response.setHeader("access-control-allow-credentials", "true");
  if (method !== "OPTIONS") return false;
  response.setHeader("access-control-allow-methods", "GET, POST, PUT, DELETE");
  response.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "");
  response.writeHead(204).end();
  return true;
}

/** Serves built pages as a node would (nonce, policy, unknown paths to index.html) with a mock ledger behind them. */
export async function serveMock({
  rules,
  answer,
  api = async () => undefined,
}: {
  rules: PageRules;
  answer: Answer;
  api?: MockApi;
}): Promise<MockServer> {
  const state = { fail: false, others: [] as readonly string[] };
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (isAllowed(request, response, state.others)) return;
    const query = /^\/api\/queries\/(.+)$/.exec(url.pathname)?.[1];
    if (query === undefined && url.pathname.startsWith("/api/") && !state.fail) {
      const found = await api(await callOf(request, url.pathname));
      if (found !== undefined) return reply(response, found);
    }
    if (query === undefined && !url.pathname.startsWith("/api/")) {
      return file(response, { rules, pathname: url.pathname, others: state.others });
    }
    if (query === undefined) return json(response, state.fail ? 503 : 404, problemOf(state.fail));
    if (state.fail) return json(response, 503, { code: "NODE_AWAY", status: 503 });
    try {
      const params = Object.fromEntries(url.searchParams);
      const asked =
        request.method === "POST" ? JSON.parse((await callOf(request, url.pathname)).body.toString()) : params;
      json(response, 200, await answer(query, asked));
    } catch (problem) {
      if (problem instanceof MockRefusal)
        json(response, problem.status, { code: problem.code, status: problem.status });
      else json(response, 500, { code: "MOCK_FAULT", status: 500, detail: String(problem) });
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    get fail() {
      return state.fail;
    },
    set fail(fail: boolean) {
      state.fail = fail;
    },
    get others() {
      return state.others;
    },
    set others(others: readonly string[]) {
      state.others = others;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
