import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { askComet } from "./comet-rpc.ts";
import { readCometStatus } from "./comet-status.ts";

const answers: Record<string, { code: number; text: string }> = {
  "/status": {
    code: 200,
    text: JSON.stringify({
      result: {
        sync_info: {
          latest_block_height: "12",
          latest_app_hash: "AB01",
          latest_block_time: "2026-11-21T18:34:22.243070401Z",
          catching_up: true,
        },
        validator_info: { voting_power: "10" },
      },
    }),
  },
  "/net_info": {
    code: 200,
    text: JSON.stringify({ result: { peers: [{ node_info: { id: "aa", moniker: "县" }, is_outbound: true }] } }),
  },
  "/commit?height=99": { code: 500, text: '{"error":"height 99 must be less than or equal to 12"}' },
  "/broken": { code: 200, text: "{" },
  "/endless": { code: 200, text: " ".repeat(17 * 1024 * 1024) },
};

let folder = "";
let rpcSocket = "";
let server: Server;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-rpc-"));
  rpcSocket = join(folder, "rpc.sock");
  server = createServer((request, response) => {
    const { code, text } = answers[request.url ?? ""] ?? { code: 404, text: "nothing" };
    response.writeHead(code).end(text);
  });
  await new Promise<void>((done) => server.listen(rpcSocket, done));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

describe("readCometStatus", () => {
  it("gives height, app hash, time, whether it is catching up, power and peers", async () => {
    expect(await readCometStatus(rpcSocket)).toEqual({
      height: 12,
      appHash: "ab01",
      timeMs: Date.UTC(2026, 10, 21, 18, 34, 22, 243),
      isCatchingUp: true,
      power: 10,
      peers: [{ nodeId: "aa", moniker: "县", isOutbound: true }],
    });
  });

  it("rejects where CometBFT is not there", async () => {
    await expect(readCometStatus(join(folder, "nothing.sock"))).rejects.toThrow("ENOENT");
  });
});

describe("askComet", () => {
  it.each([
    ["what CometBFT refuses, with its words", "commit?height=99", "must be less than or equal to 12"],
    ["what is no JSON", "broken", "JSON"],
    ["what has another shape", "net_info", "expected number"],
    ["an answer beyond 16 MiB", "endless", "with over 16777216 bytes"],
  ])("rejects %s", async (_, path, text) => {
    const schema = z.object({ height: z.number() });
    await expect(askComet({ rpcSocket, path, schema })).rejects.toThrow(text);
  });
});
