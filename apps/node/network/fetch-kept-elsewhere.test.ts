import { toHex } from "@mingbai/codec/hex";
import { findPayments, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import { check } from "@mingbai/log/portable/test-ledger";
import { HistoryPeers } from "@mingbai/sequencer/history/history-peers";
import { fetchOldBody } from "@mingbai/sequencer/history/old-bodies";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSigned } from "../answers/read-signed.ts";
import { findBatchLines } from "../bank/find-batch-lines.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { type OpenScene, openSceneChain, startSolo } from "../test-ledger-scene.ts";
import { fetchKeptElsewhere } from "./fetch-kept-elsewhere.ts";

/** Of payments, many in a segment of bodies; and of commands, which stand in block records. */
const counts = [40, 65, 100, 130, 130, 130, 130, 130];
const [archive, keeper] = [0, 1];
const network = new SimulatedNetwork({ seed: 1 });
let scenes: OpenScene[];
let sent: { id: Uint8Array; bytes: Uint8Array }[];

const chainOf = (number: number): OpenLedger["chain"] => {
  const scene = scenes[number];
  if (scene === undefined) throw new RangeError(`no node ${number}`);
  return scene.ledger;
};

/** Lets time pass until the work is done. */
async function during<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  done.catch(() => undefined);
  const { clock } = network;
  while (!isDone) await clock.run({ untilMs: clock.now() + 60_000, isDone: () => isDone });
  return done;
}

/** The same ledger on two nodes, one of which keeps bodies for a while only and asks the other. */
beforeAll(async () => {
  const payments = counts.map((count, at) =>
    scenePayments(
      Array.from({ length: count }, (_, line) => line + 1),
      { sequence: at + 1 },
    ),
  );
  const command = sceneCommand({ key: "a", text: "b" }, { sequence: counts.length + 1 });
  sent = await Promise.all([...payments, command]);
  const peers = [archive, keeper].map((number) => {
    const { links, clock } = network.start(number);
    const found = new HistoryPeers({
      links,
      clock,
      ledger: {
        keptBlocksFrom: (height) => chainOf(number).keptBlocksFrom(height),
        readBody: (container) => chainOf(number).readBody(container),
      },
      members: () => [archive],
      onFailure: (error) => {
        throw error;
      },
    });
    links.onFrame((from, frame) => void found.take(from, frame));
    return { peers: found, clock, check };
  });
  const members = ["finance", "audit"].map((organisation, at) => ({
    organisation,
    host: "localhost",
    port: 1,
    httpUrl: "http://localhost",
    archive: at === archive,
  }));
  scenes = await Promise.all(
    peers.map(async (asking, number) => {
      const keepers = {
        file: { members },
        fetchBody: (record: BlockRecord, at: number) => fetchOldBody(asking, record, at),
      };
      const fetchBody = (record: BlockRecord, at: number) => fetchKeptElsewhere(keepers, record, at);
      return startSolo(
        await openSceneChain(simulatedDisk({ seed: number }), undefined, { segmentBytes: 16 * 1_024, fetchBody }),
      );
    }),
  );
  for (const { solo } of scenes) for (const { bytes } of sent) await solo.submit(bytes);
  for (let calls = 0; calls < 2; calls++) await chainOf(keeper).retainBodiesFrom(chainOf(keeper).head.height);
});
afterAll(() => Promise.all(scenes.map(({ solo }) => solo.close())));

async function signedOf(number: number, logIndex: number, line?: number) {
  const found = await chainOf(number).findLeafOutcome(logIndex);
  const place = found?.record.outcomes[found.index]?.place;
  if (found === undefined || place === undefined) throw new Error(`no transaction ${logIndex}`);
  return during(readSigned(chainOf(number), found.record, { place, line }));
}

describe("a node that keeps bodies for a while only", () => {
  it("has let go of most", async () => {
    expect(toHex(chainOf(keeper).head.appHash)).toBe(toHex(chainOf(archive).head.appHash));
    expect([chainOf(archive).bodies.first, chainOf(keeper).bodies.first > 2]).toEqual([0, true]);
  });

  it("gives the same of old transactions and lines as one that keeps everything", async () => {
    for (const [index, count] of [...counts, 1].entries()) {
      for (const line of [undefined, 0, count - 1, count]) {
        expect(await signedOf(keeper, index, line)).toEqual(await signedOf(archive, index, line));
      }
    }
  });

  it("gives the bank the lines of an old batch", async () => {
    const [{ id, bytes } = { id: new Uint8Array(), bytes: new Uint8Array() }] = sent;
    const envelope = readEnvelope(bytes);
    const lines = typeof envelope === "string" ? undefined : findPayments(envelope)?.lines;
    const none = async () => undefined;
    expect(await during(findBatchLines(chainOf(keeper), none, toHex(id)))).toEqual(lines);
  });

  it("says who keeps it where they do not answer, and still gives what it keeps itself", async () => {
    network.crash(archive);
    await expect(signedOf(keeper, 0, 1)).rejects.toMatchObject({
      problem: {
        code: "KEPT_ELSEWHERE",
        status: 503,
        detailEn: expect.stringContaining("is kept by finance, and none"),
      },
    });
    expect(await signedOf(keeper, counts.length)).toMatchObject({ line: undefined });
  });
});
