import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findNetworkFile, type NetworkFile, ownUrl, writeNetworkFile } from "./network-file.ts";

const member = (organisation: string, port: number) => ({
  organisation,
  host: "localhost",
  port,
  httpUrl: `http://localhost:${port - 2}`,
});
const network: NetworkFile = {
  format: "mingbai/network/1",
  organisation: "audit",
  http: { host: "localhost", port: 8510 },
  listen: { host: "::1", port: 8512 },
  members: [member("finance", 8502), member("audit", 8512)],
  comet: { p2pPort: 8513, rpcPort: 8514, peers: [{ nodeId: "0a".repeat(20), address: "localhost:8503" }] },
  observers: [{ name: "newspaper", publicKey: "ab".repeat(32) }],
};
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-network-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the network file", () => {
  it("is read as it was written, and leaves nothing else in the folder", async () => {
    const path = join(folder, "network.json");
    await writeNetworkFile(nodeDisk(), path, { ...network, observers: [] });
    const members = network.members.map((one, at) => ({ ...one, archive: at === 0 }));
    await writeNetworkFile(nodeDisk(), path, { ...network, members, keep: 4_096 });
    expect(await findNetworkFile(path)).toEqual({ ...network, members, keep: 4_096 });
    await writeNetworkFile(nodeDisk(), path, network);
    expect(await findNetworkFile(path)).toEqual(network);
    expect(await readdir(folder)).toEqual(["network.json"]);
  });

  it("is nothing where there is none: a node alone", async () => {
    expect(await findNetworkFile(join(folder, "absent.json"))).toBeUndefined();
  });

  it("knows the page of its own organisation", () => {
    expect(ownUrl(network)).toBe("http://localhost:8510");
    expect(ownUrl({ ...network, organisation: "newspaper" })).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ["no JSON", undefined, "the file"],
    ["of another form", { ...network, format: "mingbai/network/2" }, "format"],
    ["a field too many", { ...network, secret: "x" }, "secret"],
    ["a field missing", { ...network, listen: undefined }, "listen"],
    ["a port of nobody", { ...network, listen: { host: "localhost", port: 0 } }, "listen.port"],
    ["a host with a port", { ...network, listen: { host: "ab:1", port: 1 } }, "listen.host: is not a host name"],
    ["one member twice", { ...network, members: [member("audit", 3), member("audit", 4)] }, "members.1: stands twice"],
    ["no members", { ...network, members: [] }, "members"],
    ["an address with a path", { ...network, members: [{ ...member("audit", 9), httpUrl: "http://a/b" }] }, "httpUrl"],
    ["an address of another kind", { ...network, members: [{ ...member("audit", 9), httpUrl: "ftp://a" }] }, "httpUrl"],
    ["a peer without its id", { ...network, comet: { ...network.comet, peers: [{ address: "a:1" }] } }, "nodeId"],
    [
      "a peer without a port",
      { ...network, comet: { ...network.comet, peers: [{ nodeId: "0a".repeat(20), address: "::1" }] } },
      "comet.peers.0.address: is not HOST:PORT",
    ],
    ["too little to keep", { ...network, keep: 4_095 }, "keep"],
    ["something to keep that is no height", { ...network, keep: "some" }, "keep"],
    ["one port for two", { ...network, comet: { ...network.comet, rpcPort: 8510 } }, "must differ"],
  ])("%s is refused with its place and what to do", async (_, value, reason) => {
    const path = join(folder, "bad.json");
    await writeFile(path, value === undefined ? "{" : JSON.stringify(value));
    await expect(findNetworkFile(path)).rejects.toThrow(reason);
    await expect(findNetworkFile(path)).rejects.toThrow("bring it back");
  });
});
