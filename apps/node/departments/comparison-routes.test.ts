import { anonymousReader, type Reader } from "@mingbai/http/query-route";
import { createServer } from "@mingbai/http/server";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { Registry as Metrics } from "prom-client";
import { describe, expect, it } from "vitest";
import type { ComparisonRequest } from "./comparison/comparison-messages.ts";
import { comparisonRoutes } from "./comparison-routes.ts";

const account = "00000000000000b1";
const none = async () => undefined;

async function serve(reader: Reader) {
  const begun: ComparisonRequest[] = [];
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => reader,
    logFiles: { readCheckpoint: none, readTile: none, readRoster: none },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  comparisonRoutes(server, {
    comparison: {
      async begin(request) {
        if (begun.length > 0) return undefined;
        begun.push(request);
        return { ended: Promise.resolve("done") };
      },
      cancel: (run) => run === begun[0]?.run,
    },
    findReader: async () => reader,
    zoneOffsetMinutes: 480,
    now: () => Date.UTC(2026, 9, 30, 17),
  });
  const ask = async (method: "POST" | "DELETE", url: string, payload?: object) => {
    const answer = await server.inject({ method, url, ...(payload !== undefined && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { ask, begun };
}

const readerOf = (role: Role): Reader => ({ account, organisation: "street", roles: [role] });
const comparing: readonly Role[] = ["caseHandler", "operator", "leader", "supervisor"];

describe("comparing over HTTP", () => {
  it.each(roles)("is begun by those whose office it is: %s", async (role) => {
    const { ask, begun } = await serve(readerOf(role));
    const { status } = await ask("POST", "/api/comparison/runs", {});
    expect([status, begun.length]).toEqual(comparing.includes(role) ? [202, 1] : [403, 0]);
  });

  it("is refused to who is not signed in", async () => {
    const { ask } = await serve(anonymousReader);
    expect(await ask("POST", "/api/comparison/runs", {})).toMatchObject({ status: 403, body: { code: "NOT_ALLOWED" } });
  });

  it("asks departments unless it is told not to, for the day where the ledger is", async () => {
    const { ask, begun } = await serve(readerOf("leader"));
    const { body } = await ask("POST", "/api/comparison/runs", { village: "339901001201" });
    expect(begun).toMatchObject([
      { run: body.run, by: account, village: "339901001201", ask: true, checks: false, day: "2026-10-31" },
    ]);
  });

  it("is one at a time, and is ended by its number", async () => {
    const { ask } = await serve(readerOf("caseHandler"));
    const { body } = await ask("POST", "/api/comparison/runs", { ask: false });
    expect(await ask("POST", "/api/comparison/runs", {})).toMatchObject({
      status: 409,
      body: { code: "COMPARISON_RUNNING" },
    });
    expect(await ask("DELETE", `/api/comparison/runs/${body.run}`)).toMatchObject({ status: 202 });
    expect(await ask("DELETE", "/api/comparison/runs/0000000000000000")).toMatchObject({
      body: { code: "COMPARISON_OVER" },
    });
  });

  it.each([{ village: "1" }, { ask: "yes" }, { more: 1 }])("is refused for %j", async (payload) => {
    const { ask } = await serve(readerOf("leader"));
    expect(await ask("POST", "/api/comparison/runs", payload)).toMatchObject({ status: 422 });
  });
});
