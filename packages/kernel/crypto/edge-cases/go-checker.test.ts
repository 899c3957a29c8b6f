import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const folder = resolve(import.meta.dirname, "../../../../docs/spec/check/signatures");
const hasGo = spawnSync("go", ["version"]).status === 0;

describe("the Go checker", () => {
  it.skipIf(!hasGo)("judges every vector as written (needs `go` on the PATH)", () => {
    const args = ["run", "main.go", "clientdata.go", "../../vectors/signatures.json"];
    const { stdout, stderr, status } = spawnSync("go", args, { cwd: folder, encoding: "utf8" });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toMatch(/^\d+ signatures and \d+ assertions judged as written\n$/);
  });
});
