import { HttpProblem } from "@mingbai/http/problem";
import { createServer } from "@mingbai/http/server";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { foundSample } from "@mingbai/testkit/sample-domain/sample-ledger";
import { Registry as Metrics } from "prom-client";
import { describe, expect, it } from "vitest";
import type { VaultEntry } from "../vault/vault-record.ts";
import { personNameRoute } from "./person-name-route.ts";

const newAccount = "00000000000000c1";
const registered = "00000000000000b1";

async function serve(held: readonly Role[] | undefined) {
  const kept: VaultEntry[] = [];
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => ({ account: undefined, organisation: undefined, roles: [] }),
    logFiles: { readCheckpoint: none, readTile: none, readRoster: none },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  personNameRoute(server, {
    ledger: { chain: { state: foundSample().state }, vault: { put: async (entries) => void kept.push(...entries) } },
    sessions: {
      requireSession() {
        if (held === undefined) throw new HttpProblem({ code: "SESSION_NONE", status: 401, en: "-", zh: "-" });
        return { account: registered, organisation: "office", roles: held, keyId: registered };
      },
    },
    now: () => 1_760_000_000_000,
  });
  const put = async (account: string, body: object) => {
    const answer = await server.inject({ method: "PUT", url: `/api/people/${account}/name`, payload: body });
    return answer.statusCode === 200 ? "ok" : answer.json().code;
  };
  return { put, kept };
}

const none = async () => undefined;

describe("the name of a person who is about to be registered", () => {
  it.each(roles)("is kept for an administrator and nobody else: %s", async (role) => {
    const { put, kept } = await serve([role]);
    expect(await put(newAccount, { name: " 温如言 " })).toBe(role === "administrator" ? "ok" : "NAME_NOT_YOURS");
    const entry = { subject: `person/${newAccount}`, content: { kind: "person", name: "温如言" } };
    expect(kept).toEqual(role === "administrator" ? [entry] : []);
  });

  it.each([
    ["SESSION_NONE", undefined, newAccount, { name: "温如言" }],
    ["NAME_SETTLED", ["administrator"], registered, { name: "温如言" }],
    ["FIELDS_INVALID", ["administrator"], newAccount, { name: " " }],
    ["FIELDS_INVALID", ["administrator"], "xyz", { name: "温如言" }],
    ["FIELDS_INVALID", ["administrator"], newAccount, { name: "温".repeat(101) }],
  ] as const)("is refused: %s", async (code, held, account, body) => {
    const { put, kept } = await serve(held);
    expect(await put(account, body)).toBe(code);
    expect(kept).toEqual([]);
  });

  it("is taken from one administrator only so often within an hour", async () => {
    const { put } = await serve(["administrator"]);
    for (let count = 0; count < 500; count++) await put(newAccount, { name: "温如言" });
    expect(await put(newAccount, { name: "温如言" })).toBe("NAMES_TOO_MANY");
  });
});
