import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymousReader } from "@mingbai/http/query-route";
import { createServer } from "@mingbai/http/server";
import { identityCommands } from "@mingbai/identity/schema";
import { actAs, createClient, submitCommand } from "@mingbai/sdk/index";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerQueries } from "./answers/ledger-queries.ts";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { ledgerMetrics } from "./metrics.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { registry } from "./registry.ts";
import { openDemo } from "./test-open-demo.ts";

let root = "";
let ledger: OpenLedger;
const servers: FastifyInstance[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-elsewhere-"));
  ledger = await openDemo(root, (error) => {
    throw error;
  });
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

/** A node of the ledger, as far as clients that send need one. */
async function serve(): Promise<string> {
  const server = await createServer({
    registry,
    sequencer: ledger.sequencer,
    queries: ledgerQueries(ledger),
    findReader: async () => anonymousReader,
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
    metrics: ledgerMetrics(ledger),
  });
  servers.push(server);
  return server.listen({ host: "127.0.0.1", port: 0 });
}

/** Whether the acts sent to the first node arrive there; their answers never come back. */
describe.each([["arrive", true] as const, ["are dropped", false] as const])(
  "acts whose first node never answers and which %s there",
  (words, arrive) => {
    it("are final through another, each with one leaf", async () => {
      const urls = [await serve(), await serve()] as const;
      const client = createClient({
        urls,
        fetch: async (input, init) => {
          const isLost = String(input).startsWith(urls[0]) && init?.method === "POST";
          if (!isLost) return fetch(input, init);
          if (arrive) await (await fetch(input, { ...init, signal: null })).text();
          return new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
        },
      });
      const actor = await actAs(client, {
        signer: demoSigner("admin"),
        keyId: demoNumber("key admin"),
        commands: { identity: identityCommands },
      });
      const before = ledger.chain.head.logSize;
      const input = (organisation: string) => ({ organisation, name: { en: organisation, zh: organisation } });
      const name = words.replaceAll(" ", "-");
      const signed = await Promise.all(
        ["one", "two"].map((one) => actor.sign("identity.registerOrganisation", input(`${name}-${one}`))),
      );
      const answers = await Promise.all(signed.map((one) => submitCommand(client, one)));
      expect(answers).toMatchObject([{ status: "final" }, { status: "final" }]);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
      expect(ledger.chain.head.logSize - before).toBe(2);
    });
  },
);
