import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { answerMsMin, NodeCircle, roundMsMax, roundMsMin, silentMsMax } from "./node-circle.ts";
import {
  circleFrames,
  encodeAsk,
  encodeReport,
  findAsk,
  findReport,
  type NodeReport,
  reportBytesMax,
} from "./node-report.ts";

const report = (height: number): NodeReport => ({
  state: "ok",
  height,
  position: height,
  peers: 2,
  version: "1.0.0",
  diskFreeBytes: 1,
  diskUsedBytes: 2,
});

/** Nodes whose frames arrive at once; those in `away` get none. */
function circle(count: number) {
  const clock = new VirtualClock();
  const away = new Set<number>();
  const sent: string[] = [];
  const numbers = Array.from({ length: count }, (_, number) => number);
  const nodes: NodeCircle[] = numbers.map(
    (own) =>
      new NodeCircle({
        clock,
        peers: () => numbers.filter((number) => number !== own),
        links: {
          send(to, frame) {
            if (away.has(to) || away.has(own)) return false;
            sent.push(`${own}>${to} ${frame[0] === circleFrames.ask ? "ask" : "report"}`);
            queueMicrotask(() => nodes[to]?.take(own, frame));
            return true;
          },
        },
      }),
  );
  for (const [number, node] of nodes.entries()) node.answerWith(async () => report(100 + number));
  const first = nodes[0];
  if (first === undefined) throw new RangeError("no nodes");
  const heights = async () =>
    [...(await first.reports(100))].map(
      ([
        number,
        {
          report: { height },
        },
      ]) => [number, height],
    );
  const pass = (ms: number) => clock.run({ untilMs: clock.now() + ms });
  return { pass, away, sent, first, nodes, heights };
}

describe("nodes that tell each other how they are", () => {
  it("are heard so many whole milliseconds ago, though a machine's clock counts parts of them", async () => {
    const { pass, first } = circle(2);
    await first.reports(100);
    await pass(roundMsMin / 3 + 0.25);
    const [heard] = (await first.reports(100)).values();
    expect(Number.isInteger(heard?.agoMs)).toBe(true);
  });

  it("know of each other when somebody asks, and ask nobody before", async () => {
    const { heights, sent } = circle(3);
    expect(sent).toEqual([]);
    expect(await heights()).toEqual([
      [1, 101],
      [2, 102],
    ]);
  });

  it("ask once however many pages ask, and again only after a while", async () => {
    const { heights, sent, pass } = circle(3);
    await Promise.all(Array.from({ length: 50 }, heights));
    await heights();
    expect(sent.filter((one) => one.endsWith("ask"))).toHaveLength(2);
    await pass(roundMsMin);
    await heights();
    expect(sent.filter((one) => one.endsWith("ask"))).toHaveLength(4);
  });

  it("miss who is silent: at first a round long, later what was last heard for a while", async () => {
    const { heights, pass, away, first } = circle(3);
    await heights();
    away.add(2);
    await pass(roundMsMin);
    expect(await heights()).toHaveLength(2);
    await pass(silentMsMax + 1);
    expect(await heights()).toEqual([[1, 101]]);
    expect((await first.reports(1)).get(2)).toBeUndefined();
  });

  it("do not wait longer than a round for one that takes the question and says nothing", async () => {
    const { heights, pass, nodes } = circle(2);
    nodes[1]?.answerWith(() => new Promise(() => undefined));
    const asked = heights();
    await pass(roundMsMax);
    expect(await asked).toEqual([]);
  });

  it("answer one that asks all the time now and then", async () => {
    const { nodes, sent, pass } = circle(2);
    for (let times = 0; times < 100; times++) nodes[1]?.take(0, encodeAsk(7));
    await Promise.resolve();
    await pass(answerMsMin);
    nodes[1]?.take(0, encodeAsk(7));
    await Promise.resolve();
    expect(sent).toEqual(["1>0 report", "1>0 report"]);
  });
});

describe("their frames", () => {
  it("are read as they were written", () => {
    const whole = { ...report(5), asked: { height: 4, appHash: "ab".repeat(32) }, answerMs: { p50: 1.5, p99: 20 } };
    expect(findReport(encodeReport(whole))).toEqual(whole);
    expect(findAsk(encodeAsk(7))).toBe(7);
  });

  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["a question cut short", encodeAsk(7).subarray(0, 8)],
    ["a height that is no number", new Uint8Array(9).fill(255).with(0, circleFrames.ask)],
    ["no JSON", Uint8Array.of(circleFrames.report, 123)],
    ["no UTF-8", Uint8Array.of(circleFrames.report, 255)],
    ["a report without its fields", Uint8Array.of(circleFrames.report, 123, 125)],
    ["too long a report", encodeReport({ ...report(1), version: "x".repeat(reportBytesMax) })],
    ["another's frame", Uint8Array.of(64, 123, 125)],
  ])("are none: %s", (_name, frame) => {
    const { first } = circle(1);
    expect(first.take(1, frame)).toBe(false);
  });
});
