import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeNetworkFile } from "@mingbai/app-node/network/network-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-up-"));
  await mkdir(join(root, "audit"));
  await writeNetworkFile(nodeDisk(), join(root, "audit/network.json"), {
    format: "mingbai/network/1",
    organisation: "audit",
    http: { host: "localhost", port: 8510 },
    listen: { host: "localhost", port: 8512 },
    members: [{ organisation: "audit", host: "localhost", port: 8512, httpUrl: "http://localhost:8510" }],
    comet: { p2pPort: 8513, rpcPort: 8514, peers: [] },
    observers: [],
  });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("mingbai cluster up", () => {
  it.each([
    ["an absent CometBFT", () => root, /^mingbai: MINGBAI_COMETBFT names .*go install .*\n$/],
    ["a folder without members", () => join(root, "absent"), /^mingbai: there is no network\.json .*cluster init.*\n$/],
  ])("says of %s what to do, in one line, and starts nothing", async (_, folder, line) => {
    const { code, out, err } = await runCli(["cluster", "up", "--data", folder()], { MINGBAI_COMETBFT: "/nowhere" });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(line);
  });
});

describe("mingbai node", () => {
  it("says that no node runs where none does, and drains nothing", async () => {
    const status = await runCli(["node", "status", "--data", root, "--json"]);
    expect([status.code, status.out]).toEqual([1, ""]);
    expect(status.err).toContain(`${root} is no node's folder: name it with --data`);
    const drain = await runCli(["node", "drain", "--data", root]);
    expect(drain.code).toBe(1);
    expect(drain.err).toContain("no node runs");
  });
});
