import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type TLSSocket } from "node:tls";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { encodeHello, findHello, type Hello, helloBytes, type LaneName } from "./hello.ts";
import type { FaultNote } from "./link-fault.ts";
import type { MemberAddress } from "./member-address.ts";
import { type LinksSettings, type OpenLinks, openLinks } from "./open-links.ts";
import { makeTlsIdentity, type TlsIdentity } from "./tls-identity.ts";
import { tlsOptions } from "./tls-options.ts";

export const chain = sha256(utf8("links of a test"));
export const host = "127.0.0.1";

export interface Keyed {
  readonly seed: Uint8Array;
  readonly identity: TlsIdentity;
}

/** Three seeds in the order of their public keys: the first one dials the others. */
export function threeInOrder(): readonly [Keyed, Keyed, Keyed] {
  const all = [1, 2, 3].map((number): Keyed => {
    const seed = new Uint8Array(32).fill(number);
    return { seed, identity: makeTlsIdentity(seed) };
  });
  const [low, middle, high] = all.toSorted((a, b) => Buffer.compare(a.identity.publicKey, b.identity.publicKey));
  if (low === undefined || middle === undefined || high === undefined) throw new Error("three make three");
  return [low, middle, high];
}

/** Time that passes only when a test says so. */
export class ManualClock {
  #nowMs = 0;
  #waiting: { dueMs: number; then: () => void }[] = [];

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, then: () => void): () => void {
    const entry = { dueMs: this.#nowMs + delayMs, then };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((one) => one !== entry);
    };
  }

  advance(ms: number): void {
    this.#nowMs += ms;
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= this.#nowMs);
    this.#waiting = this.#waiting.filter(({ dueMs }) => dueMs > this.#nowMs);
    for (const { then } of due) then();
  }
}

/** What happened, in order; `until` waits for the first that fits, and takes it and all before it. */
export class Happenings<T> {
  #all: T[] = [];
  #waiting: (() => void) | undefined;

  add(one: T): void {
    this.#all.push(one);
    this.#waiting?.();
  }

  async until(fits: (one: T) => boolean): Promise<T> {
    for (;;) {
      for (let one = this.#all.shift(); one !== undefined; one = this.#all.shift()) if (fits(one)) return one;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }
}

/** One turn of the event loop: what was to follow from the last event has followed, timers are set. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export interface Scene {
  readonly links: OpenLinks;
  readonly clock: ManualClock;
  readonly comings: Happenings<{ member: number; isThere: boolean }>;
  readonly frames: Happenings<{ member: number; frame: Uint8Array }>;
  readonly faults: Happenings<FaultNote>;
}

/** A node that listens on loopback, with everything it tells written down. */
export async function openScene(settings: Pick<LinksSettings, "ownSeed"> & Partial<LinksSettings>): Promise<Scene> {
  const clock = new ManualClock();
  const comings: Scene["comings"] = new Happenings();
  const frames: Scene["frames"] = new Happenings();
  const faults: Scene["faults"] = new Happenings();
  const links = await openLinks({
    chain,
    epoch: 0,
    members: [],
    listen: { host, port: 0 },
    clock,
    onFault: (note) => faults.add(note),
    ...settings,
  });
  links.onPeer((member, isThere) => comings.add({ member, isThere }));
  links.onFrame((member, frame) => frames.add({ member, frame }));
  return { links, clock, comings, frames, faults };
}

/** How others reach a scene; port 1 where it does not listen, which nobody does there either. */
export function addressOf(member: number, { links }: Pick<Scene, "links">): MemberAddress {
  return { member, publicKey: links.publicKey, host, port: links.port ?? 1 };
}

/** A connection made by hand, past the handshake. Errors are left to `close`. */
export async function rawDial(port: number, shown: { key?: string; cert?: string }): Promise<TLSSocket> {
  const socket = connect({ host, port, ...tlsOptions, ...shown });
  socket.on("error", () => {});
  await once(socket, "secureConnect");
  return socket;
}

export function helloOf(parts: Partial<Hello> & { lane: LaneName }): Uint8Array<ArrayBuffer> {
  return encodeHello({ epoch: 0, linkId: new Uint8Array(8), chain, ...parts });
}

/** What the node answers to a hello: read, and nothing behind it. */
export async function readAnswer(socket: TLSSocket): Promise<ReturnType<typeof findHello>> {
  for (;;) {
    const bytes: Uint8Array | null = socket.read(helloBytes);
    if (bytes !== null) return findHello(bytes);
    if (socket.readableEnded || socket.destroyed) throw new Error("closed without an answer");
    await Promise.race([once(socket, "readable"), once(socket, "end"), once(socket, "close")]);
  }
}

/** Both lanes of a link, made by hand and answered. */
export async function rawLink(port: number, shown: { key: string; cert: string }) {
  const linkId = randomBytes(8);
  const urgent = await rawDial(port, shown);
  urgent.write(helloOf({ lane: "urgent", linkId }));
  await readAnswer(urgent);
  const bulk = await rawDial(port, shown);
  bulk.write(helloOf({ lane: "bulk", linkId }));
  await readAnswer(bulk);
  return { urgent, bulk, linkId };
}
