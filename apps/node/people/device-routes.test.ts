import { HttpProblem } from "@mingbai/http/problem";
import { createServer } from "@mingbai/http/server";
import { keyTable } from "@mingbai/ledger/authority/key";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { foundSample, sampleMember } from "@mingbai/testkit/sample-domain/sample-ledger";
import { Registry as Metrics } from "prom-client";
import { describe, expect, it } from "vitest";
import type { VaultEntry } from "../vault/vault-record.ts";
import { DeviceOffers, offerMsMax, offersMax } from "./device-offers.ts";
import { deviceRoutes } from "./device-routes.ts";

const account = "00000000000000b1";
const slip = { keyId: "00000000000000c1", scheme: "ed25519", publicKey: "ab".repeat(32) } as const;
const none = async () => undefined;

async function serve({ isSignedIn = true } = {}) {
  const kept: VaultEntry[] = [];
  const clock = { ms: 1_760_000_000_000 };
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => ({ account: undefined, organisation: undefined, roles: [] }),
    logFiles: { readCheckpoint: none, readTile: none, readRoster: none },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  deviceRoutes(server, {
    ledger: {
      chain: { state: foundSample([sampleMember({ roles: ["operator"] })]).state },
      vault: { put: async (entries) => void kept.push(...entries) },
    },
    sessions: {
      requireSession() {
        if (!isSignedIn) throw new HttpProblem({ code: "SESSION_NONE", status: 401, en: "-", zh: "-" });
        return { account, organisation: "office", roles: [], keyId: account };
      },
    },
    now: () => clock.ms,
  });
  const ask = async (method: "GET" | "POST" | "PUT", url: string, payload?: object) =>
    (await server.inject({ method, url, ...(payload !== undefined && { payload }) })).json();
  return { ask, kept, clock };
}

describe("a new device's key", () => {
  it("is fetched by its code for ten minutes, by who is signed in", async () => {
    const { ask, clock } = await serve();
    const { code, expiresMs } = await ask("POST", "/api/devices/offers", slip);
    expect(expiresMs).toBe(clock.ms + offerMsMax);
    expect(await ask("GET", `/api/devices/offers/${code}`)).toEqual(slip);
    clock.ms = expiresMs;
    expect((await ask("GET", `/api/devices/offers/${code}`)).code).toBe("DEVICE_CODE_UNKNOWN");
  });

  it("is refused where it is none, to nobody in particular, and to who tries too often", async () => {
    const { ask } = await serve();
    expect((await ask("POST", "/api/devices/offers", { ...slip, seed: "00" })).code).toBe("FIELDS_INVALID");
    for (let tries = 0; tries < 60; tries++) await ask("GET", "/api/devices/offers/00000000");
    expect((await ask("GET", "/api/devices/offers/00000000")).code).toBe("DEVICES_TOO_MANY");
    const visitor = await serve({ isSignedIn: false });
    expect((await visitor.ask("GET", "/api/devices/offers/00000000")).code).toBe("SESSION_NONE");
  });

  it("finds no place while too many wait, and then again", () => {
    const offers = new DeviceOffers();
    for (let count = 0; count < offersMax; count++) expect(offers.make(slip, 1)).toBeDefined();
    expect(offers.make(slip, offerMsMax)).toBeUndefined();
    expect(offers.make(slip, offerMsMax + 1)).toBeDefined();
  });

  it("gets its name in the vault before it is registered, and no other after", async () => {
    const { ask, kept } = await serve();
    await ask("PUT", `/api/keys/${slip.keyId}/name`, { name: " 办公室电脑 " });
    expect(kept).toEqual([{ subject: `key/${slip.keyId}`, content: { kind: "key", name: "办公室电脑" } }]);
    const [[taken = ""] = []] = foundSample([sampleMember({ roles: ["operator"] })])
      .state.table(keyTable)
      .entries();
    expect((await ask("PUT", `/api/keys/${taken}/name`, { name: "x" })).code).toBe("NAME_SETTLED");
    expect((await ask("PUT", `/api/keys/${slip.keyId}/name`, { name: " " })).code).toBe("FIELDS_INVALID");
  });
});
