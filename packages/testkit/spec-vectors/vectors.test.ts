import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { makeVectors } from "./make-vectors.ts";

const spec = new URL("../../../docs/spec/", import.meta.url);
const vectorsFolder = fileURLToPath(new URL("vectors", spec));
const hasPython = spawnSync("python3", ["--version"]).status === 0;

function judge(folder: string) {
  const script = fileURLToPath(new URL("check/check.py", spec));
  const { stdout, stderr, status } = spawnSync("python3", [script, folder], { encoding: "utf8" });
  return { said: stdout + stderr, status };
}

const made = await makeVectors();

describe("the published vectors", () => {
  it.each(Object.entries(made))("%s.json is what the code makes", (name, vectors) => {
    const published = JSON.parse(readFileSync(join(vectorsFolder, `${name}.json`), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(vectors)));
  });

  it.skipIf(!hasPython)("are judged alike by a second decoder (skipped without python3)", () => {
    const { said, status } = judge(vectorsFolder);
    expect(said).toMatch(/^[1-9]\d* passed, 0 failed\n$/);
    expect(status).toBe(0);
  });
});

/** One change for each file: what it says, and what it would say instead. */
const lies: Readonly<Record<string, readonly [string, string]>> = {
  "app-hash.json": ['"logSize": 6', '"logSize": 7'],
  "availability.json": ["EPOCH_WRONG", "EXPIRED"],
  "block-records.json": ['"bodyNumber": 4', '"bodyNumber": 5'],
  "canonical-json.json": ['"valid": true', '"valid": false'],
  "checkpoints.json": ['"signers": 3', '"signers": 2'],
  "containers.json": ['"valid": true', '"valid": false'],
  "contents.json": ['"content": "{}"', '"content": "[]"'],
  "leaves.json": ['"valid": true', '"valid": false'],
  "light-blocks.json": ["LIGHT_OTHER_LOG", "LIGHT_TOO_FEW_VOTES"],
  "line-tree.json": ['"valid": false', '"valid": true'],
  "proofs.json": ["PROOF_TOO_FEW_COSIGNERS", "PROOF_NOT_SIGNED_BY_LOG"],
  "rosters.json": ["ROSTER_NOT_FOLLOWING", "ROSTER_UNSIGNED"],
  "sessions.json": ["localhost", "localhosT"],
  "signatures.json": ['"valid": true', '"valid": false'],
  "transactions.json": ["BODY_HASH_WRONG", "BODY_MALFORMED"],
  "windows.json": ['"free"', '"used"'],
};

describe("the second decoder", () => {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is lied to about every file", () => {
    expect(Object.keys(lies)).toEqual(readdirSync(vectorsFolder).sort());
  });

  it.skipIf(!hasPython)("finds one changed word in each file (skipped without python3)", () => {
    for (const [name, [truth, lie]] of Object.entries(lies)) {
      const text = readFileSync(join(vectorsFolder, name), "utf8");
      expect(text).toContain(truth);
      writeFileSync(join(folder, name), text.replace(truth, lie));
    }
    const { said, status } = judge(folder);
    expect(said).toMatch(new RegExp(`\\n\\d+ passed, ${Object.keys(lies).length} failed\\n$`));
    expect(status).toBe(1);
  });
});
