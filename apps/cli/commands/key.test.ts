import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { KeySlip } from "@mingbai/identity/schema";
import { afterAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const folder = await mkdtemp(join(tmpdir(), "mingbai-key-"));
afterAll(() => rm(folder, { recursive: true }));

describe("mingbai key", () => {
  it("makes a key under a passphrase, prints what registers it, and writes over none", async () => {
    const path = join(folder, "operator.json");
    const made = await runCli(["key", "--to", path]);
    expect(made.code).toBe(0);
    const slip = KeySlip.parse(JSON.parse(made.out));
    const { kind, publicKey } = await readKeyFile({ path, passphrase: "of a test" });
    expect([kind, toHex(publicKey)]).toEqual([slip.scheme, slip.publicKey]);
    expect(made.err).toContain(`--key ${path} --as ${slip.keyId}`);
    const before = await readFile(path);
    const again = await runCli(["key", "--to", path]);
    expect([again.code, again.out]).toEqual([1, ""]);
    expect(await readFile(path)).toEqual(before);
  });
});
