import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startComet } from "./comet-process.ts";
import { whyNoComet } from "./test-comet.ts";
import { freePorts, writeTestHomes } from "./test-homes.ts";
import { startTestMember, type TestMember } from "./test-members.ts";

const members: TestMember[] = [];

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-"));
});
afterEach(async () => {
  await Promise.all(members.splice(0).map((member) => member.end()));
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(whyNoComet)(whyNoComet ?? "four validators", () => {
  it("agree on each app hash; one is killed and comes back, one is stopped and is not missed", async () => {
    const places = await writeTestHomes({ folder, validators: 4, ports: await freePorts(4) });
    members.push(...(await Promise.all(places.map((place, number) => startTestMember(place, number)))));
    const all = (height: number) => Promise.all(members.map(({ heights }) => heights.reached(height)));
    // Of the member that is ahead: one that is killed has not been there.
    const newest = () => Math.max(...members.map(({ heights }) => heights.last));
    await all(5);
    const [one, two] = members;
    if (one?.comet.pid === undefined || two === undefined) throw new Error("no CometBFT");
    process.kill(one.comet.pid, "SIGKILL");
    await all(newest() + 5);
    expect(one.comet.starts).toBe(2);
    await one.comet.stop();
    await two.heights.reached(one.heights.last + 5);
    one.comet = await startComet({ place: one.place });
    await all(newest() + 5);
    const status = await two.comet.status();
    expect(status).toMatchObject({ isCatchingUp: false, power: 10 });
    expect(status.peers).toHaveLength(3);
    for (const [height, hash] of one.hashes) {
      for (const other of members) expect(other.hashes.get(height) ?? hash).toBe(hash);
    }
    expect([...one.hashes.keys()]).toEqual([...one.hashes.keys()].map((_, index) => index + 1));
  });
});
