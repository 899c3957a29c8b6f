import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CometMissing, getCometBinary, installLine } from "./comet-binary.ts";
import { openCometLog } from "./comet-log.ts";
import { openCometPlace } from "./comet-place.ts";
import { type Comet, startComet } from "./comet-process.ts";

let folder = "";
let comet: Comet | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-process-"));
});
afterEach(async () => {
  await comet?.stop();
  comet = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** A program that stands in for CometBFT: says a version, and does as told when it is started. */
async function program(version: string, started: string): Promise<string> {
  const path = join(folder, "cometbft");
  await writeFile(path, `#!/bin/sh\n[ "$1" = version ] && { echo "${version}"; exit 0; }\n${started}\n`);
  await chmod(path, 0o700);
  return path;
}

/** Starts the program and resolves with its first two ends. */
async function firstEnds(started: string) {
  const binary = await program("0.39.0", started);
  const place = await openCometPlace(join(folder, "home"));
  const ends: { code: number | null; signal: string | null }[] = [];
  const twice = Promise.withResolvers<void>();
  comet = await startComet({ place, binary, onExit: (end) => ends.push(end) === 2 && twice.resolve() });
  await twice.promise;
  return { ends: ends.slice(0, 2), log: await readFile(join(place.home, "comet.log"), "utf8") };
}

describe("getCometBinary", () => {
  it.each(["0.39.0", "0.39.0+c0ffee12", "0.40.1"])("takes a program that calls itself %s", async (version) => {
    const path = await program(version, "");
    expect(await getCometBinary({ MINGBAI_COMETBFT: path })).toBe(path);
    expect(await getCometBinary({ PATH: `/nowhere:${folder}` })).toBe(path);
  });

  it.each([
    ["another version", async () => ({ MINGBAI_COMETBFT: await program("0.38.17", "") }), "is CometBFT 0.38.17"],
    [
      "a binary whose module is another, whatever it says",
      async () => ({
        MINGBAI_COMETBFT: await program("0.39.0", "# mod\tgithub.com/cometbft/cometbft\tv0.39.4\th1:"),
      }),
      "is CometBFT v0.39.4",
    ],
    ["a name of nothing", async () => ({ MINGBAI_COMETBFT: "/nowhere", PATH: "" }), "/nowhere, which is no program"],
    ["a machine without it", async () => ({ PATH: "/nowhere" }), "CometBFT is not installed"],
  ])("says in one line how to install it, for %s", async (_, environment, text) => {
    const error = await getCometBinary(await environment()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CometMissing);
    const message = error instanceof Error ? error.message : "";
    expect(message).toContain(text);
    expect(message).toContain(installLine);
    expect(message).not.toContain("\n");
  });
});

describe("the line that installs CometBFT", () => {
  it.each([".ci/run", "docs/operations.md"])("is the same in %s", async (path) => {
    expect(await readFile(join(import.meta.dirname, "../../../..", path), "utf8")).toContain(installLine);
  });
});

describe("startComet", () => {
  it("starts it again although it ended with code 0", async () => {
    expect((await firstEnds("exit 0")).ends).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ]);
    expect(comet?.starts).toBeGreaterThanOrEqual(2);
  });

  it("ends one whose consensus failed but which stays, and keeps its words", async () => {
    const { ends, log } = await firstEnds('echo "E[...] CONSENSUS FAILURE!!! err=..."\nexec sleep 60');
    expect(ends[0]).toEqual({ code: null, signal: "SIGTERM" });
    expect(log).toContain("CONSENSUS FAILURE!!!");
  });

  it("is started again when it is told to", async () => {
    const binary = await program("0.39.0", "exec sleep 60");
    const place = await openCometPlace(join(folder, "home"));
    const ended = Promise.withResolvers<{ signal: string | null }>();
    const again = await startComet({ place, binary, onExit: ended.resolve });
    comet = again;
    again.restart();
    expect((await ended.promise).signal).toBe("SIGTERM");
    await vi.waitFor(() => expect(again).toMatchObject({ starts: 2, pid: expect.any(Number) }));
  });

  it("hides variables of the environment that would change its settings", async () => {
    process.env.CMT_P2P_PEX = "true";
    const { log } = await firstEnds("env; exit 0").finally(() => delete process.env.CMT_P2P_PEX);
    expect(log).toContain("PATH=");
    expect(log).not.toContain("CMT_P2P_PEX");
  });
});

describe("openCometLog", () => {
  it("keeps the newest lines and, apart, those before them", async () => {
    const path = join(folder, "comet.log");
    const log = openCometLog(path);
    const long = "x".repeat(1024 * 1024);
    for (let line = 0; line < 10; line++) log(`${line} ${long}`);
    expect((await readFile(`${path}.1`, "utf8")).slice(0, 2)).toBe("0 ");
    expect((await readFile(path, "utf8")).length).toBeLessThan(3 * 1024 * 1024);
  });
});
