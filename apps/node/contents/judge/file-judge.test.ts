import { describe, expect, it } from "vitest";
import { FileJudge } from "./file-judge.ts";
import { sampleDocx, samplePdf } from "./test-samples.ts";

const run = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

async function judgeWith(options: { url?: URL; msMax?: number }, ...pieces: readonly Uint8Array[]) {
  const judge = new FileJudge(options);
  try {
    for (const piece of pieces) judge.add(piece);
    return await judge.judge();
  } finally {
    await judge.close();
  }
}

describe("FileJudge", () => {
  it("judges a file given in pieces, which stay as they are", async () => {
    const pdf = samplePdf();
    const judged = await judgeWith({}, pdf.subarray(0, 30), pdf.subarray(30, 31), pdf.subarray(31));
    expect(judged).toEqual({ type: "application/pdf", untrusted: false });
    expect(pdf.length).toBeGreaterThan(31);
  });

  it("judges what takes other libraries of the thread", async () => {
    expect(await judgeWith({}, sampleDocx())).toMatchObject({ untrusted: false });
  });

  it.each([
    ["a thread that dies", run("throw new Error('dies')"), 60_000],
    ["a thread that ends", run("process.exit(0)"), 60_000],
    ["a thread that never answers", run("for (;;) ;"), 1],
    ["a thread that takes all memory", run("const a = []; for (;;) a.push(new Array(1e5).fill({}))"), 60_000],
  ])("says of %s that the file was not judged", async (_, url, msMax) => {
    expect(await judgeWith({ url, msMax }, samplePdf())).toEqual({ refused: "FILE_UNJUDGED" });
  });
});
