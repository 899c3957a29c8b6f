import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { formatMemberAddress } from "@mingbai/exchange/links/member-address";
import type { OpenLinks } from "@mingbai/exchange/links/open-links";
import { defineBench } from "../define-bench.ts";
import { benchHost, keyOf, openBenchLinks, smallBytesMax } from "../load/bench-links.ts";
import { percentile } from "../load/percentile.ts";
import { measureProcess } from "../load/process-use.ts";

/** A body of 8,192 lines. */
const bigBytes = 512 * 1_024;
/** As many bodies on the way as a member keeps for each of its peers before it waits for a promise. */
const underWayMax = 16;
const smallBytes = 200;
const smallEveryMs = 2;
const other = 1;

interface Prepared {
  readonly links: OpenLinks;
  readonly child: ChildProcess;
  readonly frames: number;
}

/**
 * Megabytes (10^6) a second of 512 KiB frames from one process to another over one encrypted link on loopback, each answered by
 * a small frame as a stored body is; and how long a small frame takes there and back while that goes on, sent every 2 ms
 * whatever came back. Seconds of processor time are of both processes together, for each gigabyte.
 */
export const bench = defineBench<number, Prepared>({
  name: "links.throughput",
  unit: "MB/s",
  rounds: 5,
  full: 2_000,
  small: 100,
  async prepare(frames) {
    const dialler = formatMemberAddress({ member: 0, publicKey: keyOf("dials"), host: benchHost, port: 1 });
    const child = fork(join(import.meta.dirname, "../load/serve-links.ts"), [dialler]);
    const [{ port }] = (await Promise.race([once(child, "message"), once(child, "exit").then(failed)])) as [
      { port: number },
    ];
    const links = await openBenchLinks("dials", [
      { member: other, publicKey: keyOf("listens"), host: benchHost, port },
    ]);
    await new Promise<void>((resolve) => links.onPeer((_, isThere) => isThere && resolve()));
    return { links, child, frames };
  },
  async run({ links, child, frames }) {
    const processes = [process.pid, child.pid ?? 0];
    const before = await secondsOf(processes);
    const startMs = performance.now();
    const roundTripsMs = await carry(links, frames);
    const seconds = (performance.now() - startMs) / 1_000;
    const used = (await secondsOf(processes)) - before;
    const megabytes = (frames * bigBytes) / 1e6;
    const details = {
      smallP50Ms: percentile(roundTripsMs, 0.5),
      smallP99Ms: percentile(roundTripsMs, 0.99),
      processorSecondsPerGb: (used / megabytes) * 1_000,
    };
    return { figure: megabytes / seconds, details };
  },
  peers: [],
  async close({ links, child }) {
    const ended = once(child, "exit");
    await links.close();
    child.disconnect();
    await ended;
  },
});

/** Sends all frames and resolves, when each is answered, with the round trips of the small ones between them. */
function carry(links: OpenLinks, frames: number): Promise<number[]> {
  const roundTripsMs: number[] = [];
  const big = new Uint8Array(bigBytes).map((_, at) => at * 31);
  let sent = 0;
  let answered = 0;
  const probing = setInterval(() => sendSmall(links), smallEveryMs);
  const sendOn = (): void => {
    while (sent < frames && sent - answered < underWayMax) {
      if (!links.send(other, big)) throw new Error("a frame had no room");
      sent += 1;
    }
  };
  return new Promise((resolve) => {
    links.onFrame((_, frame) => {
      if (frame.length === smallBytes) roundTripsMs.push(performance.now() - readSentMs(frame));
      else answered += 1;
      sendOn();
      if (answered < frames) return;
      clearInterval(probing);
      links.onFrame(() => {});
      resolve(roundTripsMs);
    });
    sendSmall(links);
    sendOn();
  });
}

function sendSmall(links: OpenLinks): void {
  const frame = new Uint8Array(smallBytes);
  new DataView(frame.buffer).setFloat64(0, performance.now());
  if (smallBytes > smallBytesMax || !links.send(other, frame)) throw new Error("a small frame had no room");
}

function readSentMs(frame: Uint8Array): number {
  return new DataView(frame.buffer, frame.byteOffset).getFloat64(0);
}

async function secondsOf(pids: readonly number[]): Promise<number> {
  const uses = await Promise.all(pids.map(measureProcess));
  return uses.reduce((sum, { seconds }) => sum + seconds, 0);
}

function failed(): never {
  throw new Error("the other end of the link ended before it listened");
}
