import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contexts } from "@mingbai/codec/contexts";
import { describe, expect, it } from "vitest";
import { makeVectors } from "./make-vectors.ts";

const spec = new URL("../../../docs/spec/", import.meta.url);
const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("the published vectors", () => {
  it.each(Object.entries(makeVectors()))("%s.json is what the code makes", (name, vectors) => {
    const published = JSON.parse(readFileSync(new URL(`vectors/${name}.json`, spec), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(vectors)));
  });

  it.skipIf(!hasPython)("are judged alike by a second decoder (skipped without python3)", () => {
    const check = spawnSync("python3", [fileURLToPath(new URL("check/check.py", spec))], { encoding: "utf8" });
    expect(check.stdout + check.stderr).toMatch(/^[1-9]\d* passed, 0 failed\n$/);
    expect(check.status).toBe(0);
  });

  it("name every context of the code in the specification, and no other", () => {
    const text = readFileSync(new URL("README.md", spec), "utf8");
    const named = [...text.matchAll(/^\| `(mingbai\/[a-z-]+\/1)\\n` \|/gm)].map(([, name]) => `${name}\n`);
    expect(named.sort()).toEqual(Object.values<string>(contexts).sort());
  });
});
