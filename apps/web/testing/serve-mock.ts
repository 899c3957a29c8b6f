import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { contentSecurityPolicy, withNonce } from "../csp.ts";
import { MockRefusal } from "./mock-answers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** What a test may change while it runs: `fail` answers queries with 503, `empty` says of which views. */
export interface MockServer {
  readonly url: string;
  fail: boolean;
  close(): Promise<void>;
}

type Answer = (name: string, params: Readonly<Record<string, string>>) => Promise<unknown>;

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function page(response: ServerResponse, outDir: string): void {
  const nonce = randomBytes(16).toString("base64");
  response
    .writeHead(200, { "content-type": types[".html"], "content-security-policy": contentSecurityPolicy(nonce) })
    .end(withNonce(readFileSync(join(outDir, "index.html"), "utf8"), nonce));
}

function file(response: ServerResponse, outDir: string, pathname: string): void {
  const path = join(outDir, normalize(pathname));
  const isFile = path.startsWith(outDir) && existsSync(path) && statSync(path).isFile();
  if (!isFile || pathname === "/index.html") {
    page(response, outDir);
    return;
  }
  response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
  response.end(readFileSync(path));
}

/** Serves built pages as a node would (nonce, policy, unknown paths to index.html) with a mock ledger behind them. */
export async function serveMock({ outDir, answer }: { outDir: string; answer: Answer }): Promise<MockServer> {
  const state = { fail: false };
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const query = /^\/api\/queries\/(.+)$/.exec(url.pathname)?.[1];
    if (query === undefined) return file(response, outDir, url.pathname);
    if (state.fail) return json(response, 503, { code: "NODE_AWAY", status: 503 });
    try {
      json(response, 200, await answer(query, Object.fromEntries(url.searchParams)));
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
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
