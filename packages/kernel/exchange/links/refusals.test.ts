import { once } from "node:events";
import { connect as connectPlain } from "node:net";
import { connect, createServer, type TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { helloBytes, type LaneName } from "./hello.ts";
import type { Refusal } from "./link-fault.ts";
import { addressOf, helloOf, host, openScene, rawDial, readAnswer, type Scene, threeInOrder } from "./links-scene.ts";
import { makeTlsIdentity } from "./tls-identity.ts";
import { tlsOptions } from "./tls-options.ts";

const [low, middle, high] = threeInOrder();
const stranger = makeTlsIdentity(new Uint8Array(32).fill(200));
const longAgo = { from: new Date("2001-01-01"), until: new Date("2002-01-01") };
const farAhead = { from: new Date("2090-01-01"), until: new Date("2091-01-01") };

/** A P-256 certificate that was made for this test; TLS takes it, the links know no such keys. */
const p256 = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg82PSZoOQ5+WcZp1r
k9HNbKnX/GG7LIyutvjPU0Ci1xuhRANCAAS5bL88oozBQdRKK+TZ3DTj8663T60o
K3iump29GN1ks2ZjIIzuVQ0iSa8M9pnCjo/RZG4xCOlAieYI+ZqxFJOx
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBezCCASGgAwIBAgIUD3qIO94UCpdYs+PsVnu0dhLI4o4wCgYIKoZIzj0EAwIw
EjEQMA4GA1UEAwwHbWluZ2JhaTAgFw0yNjExMjExODUyMjhaGA8yMTI2MTAyODE4
NTIyOFowEjEQMA4GA1UEAwwHbWluZ2JhaTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABLlsvzyijMFB1Eor5NncNOPzrrdPrSgreK6anb0Y3WSzZmMgjO5VDSJJrwz2
mcKOj9FkbjEI6UCJ5gj5mrEUk7GjUzBRMB0GA1UdDgQWBBRGjzy4dZB0jxDOhJ72
Mp2HNRGrtjAfBgNVHSMEGDAWgBRGjzy4dZB0jxDOhJ72Mp2HNRGrtjAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCID9RMyAfhuvI/KcfTcT4PF2QK6sy
Uov+b1ljNVuNTPZmAiEA62E16Ix2oEjDqOq61EKOQI8SqvvR3HtGdMLj8tTBRcQ=
-----END CERTIFICATE-----
`,
};

const opened: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A member with the middle key, among those with the low and the high one; nobody listens for those. */
async function openMiddle(): Promise<{ scene: Scene; port: number }> {
  const scene = await openScene({ ownSeed: middle.seed });
  opened.push(scene.links);
  const [lowKey, highKey] = [low.identity.publicKey, high.identity.publicKey];
  const members = [
    { member: 0, publicKey: lowKey, host, port: 1 },
    addressOf(1, scene),
    { member: 2, publicKey: highKey, host, port: 1 },
  ];
  scene.links.setMembers({ epoch: 0, members });
  return { scene, port: scene.links.port ?? 0 };
}

function changed(at: number, value: number): Uint8Array {
  const hello = helloOf({ lane: "urgent" });
  hello[at] = value;
  return hello;
}

interface Case {
  readonly who: string;
  readonly shown?: { key?: string; cert?: string };
  readonly says?: Uint8Array;
  readonly refusal: Refusal;
}

const urgent = helloOf({ lane: "urgent" });
const otherChain = helloOf({ lane: "urgent", chain: new Uint8Array(32) });

const cases: readonly Case[] = [
  { who: "nobody: no certificate", shown: {}, refusal: "KEY_NOT_SHOWN" },
  { who: "a key of another kind", shown: p256, refusal: "KEY_NOT_SHOWN" },
  { who: "a key that is not pinned, in a valid certificate", shown: stranger, refusal: "KEY_NOT_PINNED" },
  { who: "a stranger with garbage", shown: stranger, says: new Uint8Array(helloBytes), refusal: "KEY_NOT_PINNED" },
  { who: "a member with garbage", says: new Uint8Array(helloBytes).fill(0xee), refusal: "HELLO_MALFORMED" },
  { who: "a member on a lane that is none", says: changed(6, 2), refusal: "HELLO_MALFORMED" },
  { who: "a member with a refusal that is none", says: changed(7, 200), refusal: "HELLO_MALFORMED" },
  { who: "a member that refuses before it is asked", says: changed(7, 1), refusal: "HELLO_MALFORMED" },
  { who: "a member of another version", says: changed(4, 9), refusal: "WRONG_VERSION" },
  { who: "a member of another version and another form", says: changed(4, 9).fill(255, 6), refusal: "WRONG_VERSION" },
  { who: "a member of another chain", says: otherChain, refusal: "WRONG_CHAIN" },
  { who: "a member that waits to be dialled", shown: high.identity, refusal: "NOT_YOURS_TO_DIAL" },
  { who: "a bulk lane alone", says: helloOf({ lane: "bulk" }), refusal: "LANE_ALONE" },
];

describe("whoever dials", () => {
  it.each(cases)("$who: $refusal", async ({ shown = low.identity, says = urgent, refusal }) => {
    const { scene, port } = await openMiddle();
    const socket = await rawDial(port, shown);
    socket.write(says);
    expect(await readAnswer(socket)).toMatchObject({ refusal });
    await once(socket.resume(), "end");
    await scene.faults.until(({ fault }) => fault === refusal);
    expect(scene.links.status().peers.map(({ connectedForMs }) => connectedForMs)).toEqual([undefined, undefined]);
  });

  it("joins with a pinned key, whatever the certificate's dates", async () => {
    for (const dates of [longAgo, farAhead]) {
      const { scene, port } = await openMiddle();
      const shown = makeTlsIdentity(low.seed, dates);
      for (const lane of ["urgent", "bulk"] as const) await sayHello(port, shown, lane);
      expect(await scene.comings.until(() => true)).toEqual({ member: 0, isThere: true });
    }
  });

  it("with a bulk lane of another link: LANE_ALONE, and the link it came beside still stands", async () => {
    const { port } = await openMiddle();
    await sayHello(port, low.identity, "urgent");
    const socket = await rawDial(port, low.identity);
    socket.write(helloOf({ lane: "bulk", linkId: new Uint8Array(8).fill(9) }));
    expect(await readAnswer(socket)).toMatchObject({ refusal: "LANE_ALONE" });
    expect(await sayHello(port, low.identity, "bulk")).not.toHaveProperty("refusal");
  });

  it("with TLS 1.2 gets no further: TLS_FAILED", async () => {
    const { scene, port } = await openMiddle();
    const socket = connect({ host, port, rejectUnauthorized: false, maxVersion: "TLSv1.2", ...low.identity });
    socket.on("error", () => {});
    await scene.faults.until(({ fault }) => fault === "TLS_FAILED");
    expect(scene.links.status().refused).toEqual({ TLS_FAILED: 1 });
    socket.destroy();
  });

  it("without TLS at all gets no further: TLS_FAILED", async () => {
    const { scene, port } = await openMiddle();
    const socket = connectPlain({ host, port });
    socket.on("error", () => {});
    socket.write(new Uint8Array(2_000).fill(0x16));
    await scene.faults.until(({ fault }) => fault === "TLS_FAILED");
    socket.destroy();
  });

  it("and says only half a hello is cut in time: HELLO_LATE", async () => {
    const { scene, port } = await openMiddle();
    const socket = await rawDial(port, low.identity);
    socket.write(urgent.subarray(0, 20));
    await sayHello(port, stranger, "urgent");
    scene.clock.advance(5_000);
    await scene.faults.until(({ member, fault }) => member === 0 && fault === "HELLO_LATE");
    socket.destroy();
  });

  it("and never brings the second lane is cut in time: HELLO_LATE", async () => {
    const { scene, port } = await openMiddle();
    await sayHello(port, low.identity, "urgent");
    scene.clock.advance(5_000);
    await scene.faults.until(({ member, fault }) => member === 0 && fault === "HELLO_LATE");
  });

  it("too often from one address is turned away before it costs a handshake", async () => {
    const scene = await openScene({ ownSeed: middle.seed, limits: { connectionsPerAddressMax: 2 } });
    opened.push(scene.links);
    const port = scene.links.port ?? 0;
    const two = [await rawDial(port, stranger), await rawDial(port, stranger)];
    const third = connect({ host, port, ...tlsOptions });
    third.on("error", () => {});
    await scene.faults.until(({ fault }) => fault === "TOO_MANY_CONNECTIONS");
    expect(scene.links.status().refused).toEqual({ TOO_MANY_CONNECTIONS: 1 });
    for (const socket of two) socket.destroy();
  });
});

async function sayHello(port: number, shown: { key: string; cert: string }, lane: LaneName) {
  const socket = await rawDial(port, shown);
  opened.push({ close: async () => socket.destroy() });
  socket.write(helloOf({ lane }));
  return readAnswer(socket);
}

/** Somebody at the address of the member with the high key; answers each hello with what `answer` makes of it. */
async function listenAs(shown: { key: string; cert: string }, answer: (hello: Uint8Array) => Uint8Array) {
  const server = createServer({ ...tlsOptions, requestCert: true, key: shown.key, cert: shown.cert });
  const sockets: TLSSocket[] = [];
  server.on("secureConnection", (socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", (hello) => socket.write(answer(hello)));
  });
  server.listen(0, host);
  await once(server, "listening");
  opened.push({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("no port");
  return at.port;
}

async function dialFrom(port: number): Promise<Scene> {
  const members = [
    { member: 0, publicKey: low.identity.publicKey, host, port: 1 },
    { member: 1, publicKey: high.identity.publicKey, host, port },
  ];
  const scene = await openScene({ ownSeed: low.seed, members });
  opened.push(scene.links);
  return scene;
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

describe("whoever is dialled", () => {
  it.each([
    { who: "shows another key than the one pinned there", shown: stranger, fault: "PEER_KEY_DIFFERS" },
    { who: "shows another member's key", shown: middle.identity, fault: "PEER_KEY_DIFFERS" },
    { who: "shows a key of another kind", shown: p256, fault: "PEER_KEY_DIFFERS" },
    { who: "answers garbage", answer: () => new Uint8Array(helloBytes), fault: "HELLO_MALFORMED" },
    { who: "answers with another version", answer: (hello: Uint8Array) => flipped(hello, 4), fault: "WRONG_VERSION" },
    { who: "answers for another link", answer: (hello: Uint8Array) => flipped(hello, 12), fault: "HELLO_MALFORMED" },
    { who: "answers for another chain", answer: (hello: Uint8Array) => flipped(hello, 20), fault: "WRONG_CHAIN" },
    { who: "refuses", answer: () => helloOf({ lane: "urgent", refusal: "KEY_NOT_PINNED" }), fault: "KEY_NOT_PINNED" },
  ])("$who: $fault", async ({ shown = high.identity, answer = (hello: Uint8Array) => hello, fault }) => {
    const scene = await dialFrom(await listenAs(shown, answer));
    expect(await scene.faults.until(() => true)).toEqual({ member: 1, fault });
    expect(scene.links.status().peers[0]).toMatchObject({ connectedForMs: undefined, lastFault: { fault } });
  });

  it("never speaks: HELLO_LATE", async () => {
    const heard = Promise.withResolvers<void>();
    const mute = (): Uint8Array => {
      heard.resolve();
      return new Uint8Array();
    };
    const scene = await dialFrom(await listenAs(high.identity, mute));
    await heard.promise;
    scene.clock.advance(5_000);
    expect(await scene.faults.until(() => true)).toEqual({ member: 1, fault: "HELLO_LATE" });
  });

  it("is taken with a pinned key, whatever the certificate's dates", async () => {
    for (const dates of [longAgo, farAhead]) {
      const scene = await dialFrom(await listenAs(makeTlsIdentity(high.seed, dates), (hello) => hello));
      expect(await scene.comings.until(() => true)).toEqual({ member: 1, isThere: true });
    }
  });
});
