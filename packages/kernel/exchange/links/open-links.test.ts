import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { addressOf, chain, openScene, type Scene, threeInOrder, turn } from "./links-scene.ts";

const [low, middle, high] = threeInOrder();

const scenes: Scene[] = [];

async function open(settings: Parameters<typeof openScene>[0]): Promise<Scene> {
  const scene = await openScene(settings);
  scenes.push(scene);
  return scene;
}

/** Two members that know one another; `a` dials. */
async function openPair(): Promise<{ a: Scene; b: Scene }> {
  const b = await open({ ownSeed: high.seed });
  const a = await open({ ownSeed: low.seed });
  meet(a, b);
  await Promise.all([a.comings.until(({ isThere }) => isThere), b.comings.until(({ isThere }) => isThere)]);
  return { a, b };
}

function meet(...met: readonly Scene[]): void {
  const members = met.map((scene, member) => addressOf(member, scene));
  for (const { links } of met) links.setMembers({ epoch: 1, members });
}

afterEach(async () => {
  await Promise.all(scenes.splice(0).map(({ links }) => links.close()));
});

describe("links between members", () => {
  it("carry frames of every size both ways, each whole", async () => {
    const { a, b } = await openPair();
    for (const length of [1, 3, 16 * 1_024, 16 * 1_024 + 1, 512 * 1_024, 8 * 1_024 * 1_024]) {
      const frame = new Uint8Array(length).map((_, at) => at * 7 + length);
      expect(a.links.send(1, frame)).toBe(true);
      expect(b.links.send(0, frame)).toBe(true);
      const atB = await b.frames.until(() => true);
      const atA = await a.frames.until(() => true);
      expect([atB.member, atA.member]).toEqual([0, 1]);
      expect(Buffer.compare(atB.frame, frame) === 0 && Buffer.compare(atA.frame, frame) === 0).toBe(true);
    }
  });

  it("keep the order of frames of one lane", async () => {
    const { a, b } = await openPair();
    for (let at = 0; at < 1_000; at++) a.links.send(1, Uint8Array.of(at & 255, at >> 8));
    for (let at = 0; at < 1_000; at++) {
      expect((await b.frames.until(() => true)).frame).toEqual(Uint8Array.of(at & 255, at >> 8));
    }
  });

  it("read nothing of a peer that is held, all of it afterwards, and go on with the others", async () => {
    const { a, b } = await openPair();
    const readBefore = b.links.status().peers[0]?.inBytes;
    b.links.hold(0, 100);
    b.links.hold(0, 300);
    a.links.send(1, Uint8Array.of(1));
    a.links.send(1, new Uint8Array(1_024 * 1_024).fill(2));
    b.links.send(0, Uint8Array.of(3));
    expect((await a.frames.until(() => true)).frame).toEqual(Uint8Array.of(3));
    b.clock.advance(100);
    for (let turns = 0; turns < 100; turns++) await turn();
    expect(b.links.status().peers[0]?.inBytes).toBe(readBefore);
    b.clock.advance(200);
    const [first, second] = [await b.frames.until(() => true), await b.frames.until(() => true)];
    expect([first.frame[0], second.frame[0]].toSorted()).toEqual([1, 2]);
  });

  it("let a small frame pass the big ones in front of it", async () => {
    const { a, b } = await openPair();
    for (let at = 0; at < 7; at++) a.links.send(1, new Uint8Array(8 * 1_024 * 1_024));
    a.links.send(1, Uint8Array.of(1));
    let bigBefore = 0;
    await b.frames.until(({ frame }) => {
      if (frame.length > 1) bigBefore += 1;
      return frame.length === 1;
    });
    expect(bigBefore).toBeLessThan(7);
  });

  it("say in their status who is there, since when, how far, how much", async () => {
    const { a, b } = await openPair();
    a.links.send(1, new Uint8Array(100_000));
    await b.frames.until(() => true);
    b.clock.advance(700);
    const [ofA] = b.links.status().peers;
    expect(ofA).toMatchObject({ member: 0, connectedForMs: 700, epoch: 1, queuedBytes: 0, lastFault: undefined });
    expect(ofA?.inBytes).toBeGreaterThanOrEqual(100_004);
    expect(ofA?.publicKey).toEqual(low.identity.publicKey);
    expect(b.links.status().refused).toEqual({});
  });

  it("tell a listener that comes late who is there already", async () => {
    const { a } = await openPair();
    const heard: unknown[] = [];
    a.links.onPeer((member, isThere) => heard.push({ member, isThere }));
    expect(heard).toEqual([{ member: 1, isThere: true }]);
  });

  it("answer false for whoever is not there, and throw on a frame that no peer takes", async () => {
    const { a } = await openPair();
    expect(a.links.send(7, Uint8Array.of(1))).toBe(false);
    expect(() => a.links.send(1, new Uint8Array())).toThrow(RangeError);
    expect(() => a.links.send(1, new Uint8Array(9 * 1_024 * 1_024))).toThrow(RangeError);
  });

  it("close so that the peer sees an end and no failure, and stay closed", async () => {
    const { a, b } = await openPair();
    await b.links.close();
    expect((await a.faults.until(() => true)).fault).toBe("PEER_CLOSED");
    expect(await a.comings.until(({ isThere }) => !isThere)).toEqual({ member: 1, isThere: false });
    expect(a.links.status().peers[0]).toMatchObject({ connectedForMs: undefined, lastFault: { fault: "PEER_CLOSED" } });
    b.links.setMembers({ epoch: 2, members: [addressOf(0, a)] });
    expect(b.links.send(0, Uint8Array.of(1))).toBe(false);
  });

  it("dial again after a while, longer each time, until the peer is back", async () => {
    const { a, b } = await openPair();
    const port = b.links.port ?? 0;
    await b.links.close();
    await a.comings.until(({ isThere }) => !isThere);
    await turn();
    for (let failure = 0; failure < 3; failure++) {
      a.clock.advance(5_000);
      expect((await a.faults.until(({ fault }) => fault !== "PEER_CLOSED")).fault).toBe("CONNECT_FAILED");
    }
    const members = [addressOf(0, a), { ...addressOf(1, b), port }];
    const again = await open({ ownSeed: high.seed, listen: { host: "127.0.0.1", port }, members, epoch: 1 });
    a.clock.advance(5_000);
    await Promise.all([again.comings.until(({ isThere }) => isThere), a.comings.until(({ isThere }) => isThere)]);
    expect(a.links.send(1, Uint8Array.of(9))).toBe(true);
    expect((await again.frames.until(() => true)).frame).toEqual(Uint8Array.of(9));
  });

  it("rejects where the port is taken", async () => {
    const a = await open({ ownSeed: low.seed });
    await expect(
      openScene({ ownSeed: high.seed, listen: { host: "127.0.0.1", port: a.links.port ?? 0 } }),
    ).rejects.toThrow("EADDRINUSE");
  });

  it("closes while somebody has begun a handshake and says nothing", async () => {
    const b = await openScene({ ownSeed: high.seed });
    const mute = connect({ host: "127.0.0.1", port: b.links.port ?? 0 });
    await once(mute, "connect");
    const cut = once(mute, "close");
    const closed = b.links.close();
    b.clock.advance(1_000);
    await Promise.all([closed, cut]);
  });
});

describe("members that change", () => {
  it("cuts off a key that is no longer pinned, and refuses it by name when it comes again", async () => {
    const { a, b } = await openPair();
    b.links.setMembers({ epoch: 2, members: [addressOf(1, b)] });
    expect(await b.comings.until(({ isThere }) => !isThere)).toEqual({ member: 0, isThere: false });
    await a.comings.until(({ isThere }) => !isThere);
    await turn();
    a.clock.advance(5_000);
    expect((await a.faults.until(({ fault }) => fault === "KEY_NOT_PINNED")).member).toBe(1);
    expect((await b.faults.until(({ fault }) => fault === "KEY_NOT_PINNED")).member).toBeUndefined();
    expect(b.links.status()).toMatchObject({ peers: [], refused: { KEY_NOT_PINNED: 1 } });
  });

  it("links to a replaced key under the same number, and keeps the links of the others", async () => {
    const { a, b } = await openPair();
    const c = await open({ ownSeed: middle.seed });
    const renewed = await open({ ownSeed: new Uint8Array(32).fill(77) });
    meet(a, b, c);
    await Promise.all([a, b, c].map(({ comings }) => comings.until(({ member, isThere }) => isThere && member !== 0)));
    const members = [addressOf(0, a), addressOf(1, renewed), addressOf(2, c)];
    for (const { links } of [a, c, renewed]) links.setMembers({ epoch: 2, members });
    for (const scene of [a, c]) {
      await scene.comings.until(({ member, isThere }) => member === 1 && !isThere);
      await scene.comings.until(({ member, isThere }) => member === 1 && isThere);
    }
    expect(a.links.send(1, Uint8Array.of(5))).toBe(true);
    expect((await renewed.frames.until(() => true)).frame).toEqual(Uint8Array.of(5));
    expect(a.links.status().peers.map(({ member, lastFault }) => [member, lastFault?.fault])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it("dials a member under its new address", async () => {
    const { a, b } = await openPair();
    const moved = await open({ ownSeed: high.seed, members: [addressOf(0, a), addressOf(1, b)] });
    a.links.setMembers({ epoch: 1, members: [addressOf(0, a), addressOf(1, moved)] });
    expect(await moved.comings.until(() => true)).toEqual({ member: 0, isThere: true });
    await b.comings.until(({ isThere }) => !isThere);
  });

  it("throws where a key or a number stands twice", async () => {
    const { a, b } = await openPair();
    const twice = [addressOf(0, a), addressOf(0, b)];
    expect(() => a.links.setMembers({ epoch: 1, members: twice })).toThrow("a number is given twice");
    expect(() => a.links.setMembers({ epoch: 1, members: [addressOf(3, b), addressOf(4, b)] })).toThrow("pinned twice");
  });
});

describe("observers", () => {
  const observer = { member: 100, publicKey: low.identity.publicKey };

  it("are let in by an explicit list, and dial though they listen nowhere", async () => {
    const b = await open({ ownSeed: high.seed });
    b.links.setMembers({ epoch: 1, members: [addressOf(0, b)], observers: [observer] });
    const watching = { seed: low.seed, members: [addressOf(0, b)] };
    const a = await open({ ownSeed: watching.seed, members: watching.members, epoch: 1, chain });
    await a.comings.until(({ isThere }) => isThere);
    expect(await b.comings.until(() => true)).toEqual({ member: 100, isThere: true });
    b.links.send(100, Uint8Array.of(3));
    expect(await a.frames.until(() => true)).toEqual({ member: 0, frame: Uint8Array.of(3) });
    b.links.setMembers({ epoch: 1, members: [addressOf(0, b)] });
    expect(await b.comings.until(() => true)).toEqual({ member: 100, isThere: false });
  });

  it("dial whatever their key: a member has no address of theirs", async () => {
    const b = await open({ ownSeed: low.seed });
    const publicKey = high.identity.publicKey;
    b.links.setMembers({ epoch: 1, members: [addressOf(0, b)], observers: [{ member: 100, publicKey }] });
    const a = await open({ ownSeed: high.seed, members: [addressOf(0, b)] });
    await a.comings.until(({ isThere }) => isThere);
    expect(await b.comings.until(() => true)).toEqual({ member: 100, isThere: true });
  });
});
