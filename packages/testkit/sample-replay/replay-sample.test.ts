import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSeed } from "../random.ts";
import { replaySample } from "./replay-sample.ts";

const seed = runSeed();
const script = fileURLToPath(new URL("print-replay.ts", import.meta.url));

function print(node: string, file: string, env: NodeJS.ProcessEnv = {}) {
  const printed = execFileSync(node, [file, String(seed)], { encoding: "utf8", env: { ...process.env, ...env } });
  return JSON.parse(printed);
}

describe(`a replay of a small ledger (seed ${seed})`, () => {
  const expected = replaySample(seed);

  it("meets refusals and enters a full state root into the app hash", () => {
    expect(replaySample(seed)).toEqual(expected);
    expect(expected.refused).toBeGreaterThan(0);
    expect(replaySample(seed + 1).appHash).not.toBe(expected.appHash);
  });

  it.each([
    { TZ: "Asia/Kathmandu", LC_ALL: "C" },
    { TZ: "America/St_Johns", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    { TZ: "Pacific/Apia", LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8", LANGUAGE: "zh" },
  ])("gives the same app hash in $TZ under $LC_ALL", (env) => {
    expect(print(process.execPath, script, env)).toEqual(expected);
  });
});

/** Other Nodes on this machine: those on the PATH that are of another version than this one. */
function findOtherNodes(): { node: string; version: string }[] {
  const candidates = [...new Set((process.env.PATH ?? "").split(delimiter))].map((folder) => join(folder, "node"));
  const found = candidates.flatMap((node) => {
    const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
    return status === 0 ? [{ node, version: stdout.trim() }] : [];
  });
  return [...new Map(found.map((one) => [one.version, one])).values()].filter(
    ({ version }) => version !== process.version,
  );
}

describe(`a replay as browsers have it, in one plain file (seed ${seed})`, () => {
  const others = findOtherNodes();
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  const bundle = join(folder, "print-replay.mjs");
  afterAll(() => rmSync(folder, { recursive: true }));

  // Older Nodes strip no types, and the browser's hashes are other code than ours: one bundle shows both.
  beforeAll(async () => {
    const made = await build({
      configFile: false,
      logLevel: "silent",
      resolve: { conditions: ["browser"] },
      build: {
        write: false,
        minify: false,
        target: "es2022",
        lib: { entry: script, formats: ["es"], fileName: "out" },
      },
    });
    const [first] = [made].flat();
    if (first === undefined || !("output" in first)) throw new Error("the bundle was not made");
    writeFileSync(bundle, first.output[0].code);
  });

  it("gives the same app hash on this Node", () => {
    expect(print(process.execPath, bundle)).toEqual(replaySample(seed));
  });

  const versions = others.map(({ version }) => version).join(", ");
  it.skipIf(others.length === 0)(
    `gives the same app hash on other Nodes of the PATH: ${versions || "none here"}`,
    () => {
      for (const { node } of others) expect(print(node, bundle)).toEqual(replaySample(seed));
    },
  );
});
