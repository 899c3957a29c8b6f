import { toHex } from "@mingbai/codec/hex";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { stateRootEveryHeights, stateRootLagHeights } from "@mingbai/ledger/execute/app-hash";
import { RestoreChain } from "@mingbai/log/portable/restore-chain";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { beforeAll, describe, expect, it } from "vitest";
import type { Snapshot } from "../cometbft/abci-application.ts";
import { JoiningApplication } from "./joining-application.ts";
import type { NetworkApplication } from "./network-application.ts";
import { snapshotsQuery } from "./network-application.ts";
import { TestCluster } from "./test-cluster.ts";

const nowMs = 1_800_000_000_000;
let cluster: TestCluster;
let snapshot: Snapshot;
let appHash: Uint8Array;
let sequence = 0;

async function send(through: number) {
  const { bytes } = await sceneCommand({ key: `k${++sequence}`, text: "b" }, { chain: cluster.chain, sequence });
  await cluster.until(cluster.submit(through, bytes));
}

async function heights(count: number) {
  for (let left = count; left > 0; left--) await cluster.during(cluster.order.decide());
  await cluster.during(cluster.order.settled());
}

/** Four members, of whom the last loses its disk when the others have a snapshot to offer. */
beforeAll(async () => {
  cluster = new TestCluster({ seed: 5 });
  await cluster.startAll();
  await send(0);
  await heights(stateRootEveryHeights);
  await send(1);
  await heights(stateRootLagHeights);
  await send(2);
  const { application } = offering();
  await cluster.get(0).ledger.snapshotsSettled();
  while ((await application.listSnapshots()).length === 0) await heights(1);
  const [first] = await application.listSnapshots();
  if (first === undefined) throw new Error("nothing is offered");
  snapshot = first;
  for await (const block of cluster.get(0).ledger.blocksFromHeight(snapshot.height)) appHash ??= block.appHash;
  await send(0);
}, 60_000);

function offering(): { application: NetworkApplication } {
  return cluster.get(0).sequencer;
}

/** A member without a disk, and what the engine hands it. */
function joiner() {
  const disk = cluster.wipe(3);
  const said: string[] = [];
  const application = new JoiningApplication({
    eraBase: 0,
    begin: () =>
      RestoreChain.begin({
        chain: cluster.chainOptions(disk, 3),
        check: async (header, body) => checkContainer(header, body),
        now: () => nowMs,
      }),
    say: (step) => said.push(step),
  });
  return { application, said };
}

async function pieces(): Promise<Uint8Array[]> {
  const { height, format, chunks } = snapshot;
  const { application } = offering();
  const all = Array.from({ length: chunks }, (_, chunk) => application.loadSnapshotChunk({ height, format, chunk }));
  return (await Promise.all(all)).map((piece) => piece ?? new Uint8Array());
}

async function give(application: JoiningApplication, given: readonly Uint8Array[]) {
  const answers = [];
  for (const [index, chunk] of given.entries()) {
    answers.push((await application.applySnapshotChunk({ index, chunk, sender: "peer" })).result);
  }
  return answers;
}

describe("a member without a disk", () => {
  it("refuses what is of another format, badly described, or leads to another app hash than was decided", async () => {
    const { application, said } = joiner();
    const offer = (changed: Partial<Snapshot>) =>
      application.offerSnapshot({ snapshot: { ...snapshot, ...changed }, appHash });
    expect(await offer({ format: 2 })).toBe("rejectFormat");
    expect(await offer({ chunks: snapshot.chunks + 1 })).toBe("reject");
    expect(await offer({ metadata: new Uint8Array(snapshot.metadata.length) })).toBe("reject");
    const wrong = await application.offerSnapshot({ snapshot, appHash: new Uint8Array(32) });
    expect(wrong).toBe("accept");
    expect((await give(application, await pieces())).at(-1)).toBe("rejectSnapshot");
    expect(said.at(-1)).toContain("another app hash");
    cluster.replaceDisk(3);
    await cluster.start(3);
    await cluster.during(cluster.order.settled());
  });

  it("asks again for a piece that is another than the snapshot names, and names who sent it", async () => {
    const { application } = joiner();
    await application.offerSnapshot({ snapshot, appHash });
    const answer = await application.applySnapshotChunk({ index: 0, chunk: new Uint8Array(10), sender: "liar" });
    expect(answer).toEqual({ result: "retry", refetchChunks: [0], rejectSenders: ["liar"] });
    await cluster.start(3);
    await cluster.during(cluster.order.settled());
  });

  it("restores what the others offer, goes on with them, and gives its next container a number never used", async () => {
    const { application } = joiner();
    expect(new TextDecoder().decode((await offering().application.query({ path: snapshotsQuery })).value)).toBe(
      String(snapshot.height),
    );
    expect(await application.offerSnapshot({ snapshot, appHash })).toBe("accept");
    expect(new Set(await give(application, await pieces()))).toEqual(new Set(["accept"]));
    const ledger = await application.restored;
    expect(ledger.head.height).toBe(snapshot.height);
    const member = await cluster.start(3, ledger);
    application.goOn(member.sequencer.application);
    await send(3);
    await cluster.during(cluster.order.settled());
    expect((await application.info()).height).toBe(cluster.order.height);
    const hashes = cluster.running.map((number) => toHex(cluster.get(number).ledger.head.appHash));
    expect(new Set(hashes).size).toBe(1);
    expect(ledger.originSequence).toBeGreaterThan(nowMs);
    expect(member.fatal).toEqual([]);
  });
});
