import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { askComet } from "./comet-rpc.ts";
import { whyNoComet } from "./test-comet.ts";
import { freePorts, writeTestHome } from "./test-homes.ts";
import { startTestMember, type TestMember } from "./test-members.ts";

const members: TestMember[] = [];
/**
 * The last ten must reach back further than a join takes, which is 5 s alone and 30 s on a busy machine; this chain makes fifty blocks a
 * second.
 */
const snapshotHeights = 400;
const Commit = z.object({
  signed_header: z.object({ commit: z.object({ block_id: z.object({ hash: z.string() }) }) }),
});

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-"));
});
afterEach(async () => {
  await Promise.all(members.splice(0).map((member) => member.end()));
  await rm(folder, { recursive: true, force: true });
});

const whyNot = whyNoComet ?? whyNotNet;
describe.skipIf(whyNot)(whyNot ?? "a node without blocks", () => {
  it("joins by state sync, from a snapshot that the light client has verified, and follows", async () => {
    const network = { folder, validators: 2, ports: await freePorts(3), rpcPorts: await freePorts(2) };
    for (const number of [0, 1]) {
      members.push(await startTestMember(await writeTestHome(network, number), number, snapshotHeights));
    }
    const [one] = members;
    if (one === undefined) throw new Error("no member");
    await one.heights.reached(3);
    const trusted = await askComet({ rpcSocket: one.place.rpcSocket, path: "commit?height=2", schema: Commit });
    const place = await writeTestHome(network, 2, {
      rpcServers: network.rpcPorts.map((port) => `http://127.0.0.1:${port}`),
      height: 2,
      hash: trusted.signed_header.commit.block_id.hash,
    });
    const joiner = await startTestMember(place, 2);
    members.push(joiner);
    await joiner.heights.reached(snapshotHeights);
    const [start = 0] = joiner.hashes.keys();
    await joiner.heights.reached(start + 5);
    expect(start % snapshotHeights).toBe(0);
    for (const [height, hash] of joiner.hashes) expect(one.hashes.get(height) ?? hash).toBe(hash);
    expect(await joiner.comet.status()).toMatchObject({ power: 0 });
  });
});
