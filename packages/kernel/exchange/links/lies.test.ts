import { once } from "node:events";
import type { TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import type { LinkLimits } from "./limits.ts";
import type { LinkFault } from "./link-fault.ts";
import {
  helloOf,
  host,
  openScene,
  rawDial,
  rawLink,
  readAnswer,
  type Scene,
  threeInOrder,
  turn,
} from "./links-scene.ts";

const [low, middle] = threeInOrder();
const opened: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A node, and a member of its own roster that does as it likes. */
async function openWithLiar(limits: Partial<LinkLimits> = {}) {
  const members = [{ member: 0, publicKey: low.identity.publicKey, host, port: 1 }];
  const scene = await openScene({ ownSeed: middle.seed, limits });
  opened.push(scene.links);
  const own = { member: 1, publicKey: scene.links.publicKey, host, port: scene.links.port ?? 0 };
  scene.links.setMembers({ epoch: 0, members: [...members, own] });
  const liar = await rawLink(own.port, low.identity);
  for (const socket of [liar.urgent, liar.bulk]) opened.push({ close: async () => socket.destroy() });
  await scene.comings.until(({ isThere }) => isThere);
  return { scene, liar, port: own.port };
}

function word(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const ping = word(0x8000_0001);
const pong = word(0x8000_0002);

describe("a peer that", () => {
  it.each<{ does: string; lane: "urgent" | "bulk"; bytes: Uint8Array; fault: LinkFault }>([
    { does: "announces 2 GiB", lane: "bulk", bytes: word(0x7fff_ffff), fault: "FRAME_TOO_LONG" },
    { does: "announces one byte too many", lane: "bulk", bytes: word(8_454_145), fault: "FRAME_TOO_LONG" },
    { does: "sends a big frame by the urgent lane", lane: "urgent", bytes: word(16_385), fault: "FRAME_TOO_LONG" },
    { does: "sends an empty frame", lane: "urgent", bytes: word(0), fault: "FRAME_MALFORMED" },
    { does: "sends a word that is none", lane: "urgent", bytes: word(0x8000_0003), fault: "FRAME_MALFORMED" },
    { does: "sends garbage", lane: "bulk", bytes: new Uint8Array(99).fill(0xee), fault: "FRAME_MALFORMED" },
    { does: "answers twice", lane: "urgent", bytes: Buffer.concat([pong, pong]), fault: "FRAME_MALFORMED" },
  ])("$does is cut off: $fault", async ({ lane, bytes, fault }) => {
    const { scene, liar } = await openWithLiar();
    liar[lane].write(bytes);
    expect(await scene.faults.until(() => true)).toEqual({ member: 0, fault });
    expect(await scene.comings.until(() => true)).toEqual({ member: 0, isThere: false });
    expect(scene.links.send(0, Uint8Array.of(1))).toBe(false);
  });

  it("sends half a frame and nothing more is cut off after five pings: PEER_SILENT", async () => {
    const { scene, liar } = await openWithLiar();
    liar.bulk.write(Buffer.concat([ping, word(1_000), new Uint8Array(500)]));
    await hearWord(liar.bulk, pong);
    for (let at = 0; at < 5; at++) {
      scene.clock.advance(2_000);
      liar.urgent.write(ping);
      await hearWord(liar.urgent, pong);
    }
    expect(scene.links.status().peers[0]?.lastFault).toBeUndefined();
    scene.clock.advance(2_000);
    expect(await scene.faults.until(() => true)).toEqual({ member: 0, fault: "PEER_SILENT" });
  });

  it("is heard is not silent, however long this process was stopped", async () => {
    const { scene, liar } = await openWithLiar();
    scene.clock.advance(600_000);
    await turn();
    liar.urgent.write(ping);
    await hearWord(liar.urgent, pong);
    expect(scene.links.status().peers[0]?.lastFault).toBeUndefined();
  });

  it("sends a frame before its second lane is heard once the link stands", async () => {
    const { scene, port } = await openWithLiar();
    const urgent = await rawDial(port, low.identity);
    urgent.write(Buffer.concat([helloOf({ lane: "urgent" }), word(1), Uint8Array.of(7)]));
    await readAnswer(urgent);
    const bulk = await rawDial(port, low.identity);
    for (const socket of [urgent, bulk]) opened.push({ close: async () => socket.destroy() });
    await scene.comings.until(({ isThere }) => !isThere);
    bulk.write(helloOf({ lane: "bulk" }));
    expect(await scene.comings.until(() => true)).toEqual({ member: 0, isThere: true });
    expect(await scene.frames.until(() => true)).toEqual({ member: 0, frame: Uint8Array.of(7) });
  });

  it("comes again replaces its older link", async () => {
    const { scene, liar, port } = await openWithLiar();
    const again = await rawLink(port, low.identity);
    for (const socket of [again.urgent, again.bulk]) opened.push({ close: async () => socket.destroy() });
    expect(await scene.faults.until(() => true)).toEqual({ member: 0, fault: "REPLACED" });
    expect(await scene.comings.until(() => true)).toEqual({ member: 0, isThere: false });
    expect(await scene.comings.until(() => true)).toEqual({ member: 0, isThere: true });
    await Promise.all([liar.urgent, liar.bulk].map((socket) => once(socket.resume(), "close")));
  });

  it("pings without end is answered without a queue", async () => {
    const { scene, liar } = await openWithLiar();
    liar.urgent.write(Buffer.concat(Array.from({ length: 50_000 }, () => ping)));
    liar.urgent.write(Buffer.concat([word(1), Uint8Array.of(7)]));
    await scene.frames.until(({ frame }) => frame[0] === 7);
    expect(scene.links.status().peers[0]).toMatchObject({ queuedBytes: 0, lastFault: undefined });
  });

  it("drops the connection is lost or gone, and its queue with it", async () => {
    const { scene, liar } = await openWithLiar();
    liar.bulk.destroy();
    const { fault } = await scene.faults.until(() => true);
    expect(["PEER_CLOSED", "CONNECTION_LOST"]).toContain(fault);
    expect(scene.links.status().peers[0]).toMatchObject({ connectedForMs: undefined, queuedBytes: 0 });
  });
});

describe("a peer that reads slowly", () => {
  const queueBytesMax = 4 * 1_024 * 1_024;
  /** More than the systems of both sides keep for one connection on loopback. */
  const turnsMax = 2_000;

  it("gets no more than the queue holds, still hears small frames, and later every frame that was taken", async () => {
    const { scene, liar } = await openWithLiar({ bulkQueueBytesMax: queueBytesMax });
    const big = new Uint8Array(512 * 1_024);
    let taken = 0;
    for (let at = 0; at < turnsMax; at++) {
      if (scene.links.send(0, big)) taken += 1;
      expect(queuedAt(scene)).toBeLessThanOrEqual(queueBytesMax);
      await turn();
    }
    expect(scene.links.send(0, big)).toBe(false);
    expect(taken).toBeLessThan(turnsMax / 2);
    expect(scene.links.send(0, Uint8Array.of(9))).toBe(true);
    await hearWord(liar.urgent, word(1));
    let left = taken * (big.length + 4);
    liar.bulk.on("data", (chunk: Uint8Array) => {
      left -= chunk.length;
    });
    while (left > 0) await once(liar.bulk, "data");
    expect(scene.links.send(0, big)).toBe(true);
  });
});

function queuedAt(scene: Scene): number {
  return scene.links.status().peers[0]?.queuedBytes ?? 0;
}

/** Reads words until this one. */
async function hearWord(socket: TLSSocket, wanted: Uint8Array): Promise<void> {
  for (;;) {
    const bytes: Uint8Array | null = socket.read(4);
    if (bytes === null) await once(socket, "readable");
    else if (Buffer.compare(bytes, wanted) === 0) return;
  }
}
