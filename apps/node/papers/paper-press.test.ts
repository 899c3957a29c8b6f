import { spawn } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import { matterPaper } from "./matter-paper.ts";
import { PaperPress, paperMsMax, papersInWorkMax } from "./paper-press.ts";
import { matterOf, zhWords } from "./test-papers.ts";

const make = async () => matterPaper(matterOf(), 1, { ...zhWords, organisation: (id) => id });
/** A process that does this instead of setting papers. */
const doing = (code: string) => () =>
  spawn(process.execPath, ["-e", `process.on("disconnect", () => process.exit()); ${code}`], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    serialization: "advanced",
  });
const silent = doing('process.on("message", () => undefined)');
const answering = doing('process.on("message", () => process.send({ pdf: new Uint8Array(3) }))');
/** Each start takes the next of these. */
const inTurn = (...children: readonly (typeof silent)[]) => {
  const left = [...children];
  return () => (left.shift() ?? answering)();
};

let press = new PaperPress();
afterEach(async () => {
  vi.useRealTimers();
  await press.close();
});

describe("the press", () => {
  it("sets papers in its own process", async () => {
    press = new PaperPress();
    const pdfs = await Promise.all([press.print(make), press.print(make)]);
    for (const pdf of pdfs) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  });

  it("says where the platform has no machine for it", async () => {
    press = new PaperPress(doing('process.on("message", () => process.send({ fault: "absent", message: "" }))'));
    await expect(press.print(make)).rejects.toMatchObject({ problem: { code: "PAPER_NOT_HERE", status: 501 } });
  });

  it("loses only the paper at which its process dies, however it dies", async () => {
    const dies = doing('process.on("message", () => process.abort())');
    press = new PaperPress(inTurn(dies, answering));
    const [first, second] = await Promise.allSettled([press.print(make), press.print(make)]);
    expect(first).toMatchObject({ status: "rejected", reason: { message: "the process that sets papers died" } });
    expect(second).toMatchObject({ status: "fulfilled", value: new Uint8Array(3) });
  });

  it("ends a process that hangs in its work, and goes on with the papers that wait", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const hangs = doing('process.on("message", () => { require("node:fs").writeSync(1, "begun"); for (;;); })');
    press = new PaperPress(
      inTurn(() => {
        const child = hangs();
        child.stdout?.once("data", () => vi.advanceTimersByTime(paperMsMax));
        return child;
      }),
    );
    const [first, second] = await Promise.allSettled([press.print(make), press.print(make)]);
    expect(first).toMatchObject({
      status: "rejected",
      reason: { message: `a paper took more than ${paperMsMax} ms` },
    });
    expect(second).toMatchObject({ status: "fulfilled", value: new Uint8Array(3) });
  });

  it("gives on what a paper cannot be made of, and keeps its process", async () => {
    let started = 0;
    press = new PaperPress(() => {
      started++;
      return answering();
    });
    await press.print(make);
    const unknown = async () => {
      throw new Error("no such matter");
    };
    await expect(press.print(unknown)).rejects.toThrow("no such matter");
    await press.print(make);
    expect(started).toBe(1);
  });

  it("takes no more than it can set soon, and asks nothing for those it does not take", async () => {
    press = new PaperPress(silent);
    const waiting = Array.from({ length: papersInWorkMax }, () => press.print(make));
    const ended = Promise.allSettled(waiting);
    const more = vi.fn(make);
    await expect(press.print(more)).rejects.toMatchObject({ problem: { code: "PAPERS_BUSY", status: 503 } });
    expect(more).not.toHaveBeenCalled();
    await press.close();
    expect((await ended).every(({ status }) => status === "rejected")).toBe(true);
  });
});
