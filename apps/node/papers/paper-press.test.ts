import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { matterPaper } from "./matter-paper.ts";
import { PaperPress, papersWaitingMax } from "./paper-press.ts";
import { matterOf, zhWords } from "./test-papers.ts";

const paper = matterPaper(matterOf(), 1, { ...zhWords, organisation: (id) => id });
const saying = (code: string) => () =>
  new Worker(`const { parentPort } = require("node:worker_threads"); ${code}`, { eval: true });

let press = new PaperPress();
afterEach(() => press.close());

describe("the press", () => {
  it("sets papers on its own thread, several at once", async () => {
    press = new PaperPress();
    const pdfs = await Promise.all([press.print(paper), press.print(paper)]);
    for (const pdf of pdfs) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  });

  it("says where the platform has no machine for it", async () => {
    press = new PaperPress(
      saying(
        'parentPort.on("message", ({ ticket }) => parentPort.postMessage({ ticket, fault: "absent", message: "" }))',
      ),
    );
    await expect(press.print(paper)).rejects.toMatchObject({ problem: { code: "PAPER_NOT_HERE", status: 501 } });
  });

  it("ends what waits where its thread dies, and starts another for the next paper", async () => {
    let started = 0;
    const die = saying('parentPort.on("message", () => { throw new Error("gone") })');
    const answer = saying(
      'parentPort.on("message", ({ ticket }) => parentPort.postMessage({ ticket, pdf: new Uint8Array(3) }))',
    );
    press = new PaperPress(() => (started++ === 0 ? die() : answer()));
    await expect(press.print(paper)).rejects.toThrow(/died/);
    expect(await press.print(paper)).toHaveLength(3);
  });

  it("takes no more than it can set soon", async () => {
    press = new PaperPress(saying('parentPort.on("message", () => undefined)'));
    const waiting = Array.from({ length: papersWaitingMax }, () => press.print(paper));
    const ended = Promise.allSettled(waiting);
    expect(() => press.print(paper)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ status: 503 }) }),
    );
    await press.close();
    expect((await ended).every(({ status }) => status === "rejected")).toBe(true);
  });
});
