import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { registry } from "@mingbai/app-node/registry";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { serveSmallLedger } from "../testing/serve-small-ledger.ts";
import { openSmallLedger } from "../testing/small-ledger.ts";
import { doCommand } from "./do.ts";

let folder = "";
let ledger: OpenLedger;
let server: Awaited<ReturnType<typeof serveSmallLedger>>;
let signing: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-do-"));
  ledger = await openSmallLedger(join(folder, "node"));
  server = await serveSmallLedger(ledger);
  const key = join(folder, "admin.json");
  const secret = sha256(utf8("mingbai demo key: admin"));
  const { publicKey } = demoSigner("admin");
  await writeKeyFile({ path: key, kind: "ed25519", publicKey, secret, passphrase: "of a test" });
  signing = ["--key", key, "--as", demoNumber("key admin"), "--url", server.url];
});

afterAll(async () => {
  await server.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const accounts = (name: string) => JSON.stringify([{ account: demoNumber(name), kind: "supplier" }]);

describe("mingbai do", () => {
  it("has a verb for every command, with an option for every field", () => {
    const verbs = doCommand().commands.map((verb) => verb.name());
    expect(verbs.sort()).toEqual([...registry.commands.keys()].sort());
  });

  it("signs a command, sends it, and waits until it is final", async () => {
    const { code, out } = await runCli(["do", "treasury.openAccounts", ...signing, "--accounts", accounts("one")]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: "final", height: 1 });
  });

  it("takes the whole input as JSON, and ends with 1 where the ledger refuses", async () => {
    const input = `{"accounts":${accounts("one")}}`;
    const { code, out } = await runCli(["do", "treasury.openAccounts", ...signing, "--input", input]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ status: "final", refused: expect.any(String) });
  });

  it.each([
    ["names the field that does not fit", ["--accounts", '[{"account":"x"}]'], "accounts"],
    ["says which option is no JSON", ["--accounts", "{"], "--accounts takes JSON"],
  ])("%s, and signs nothing", async (_name, more, reason) => {
    const before = ledger.chain.head.logSize;
    const { code, err } = await runCli(["do", "treasury.openAccounts", ...signing, ...more]);
    expect({ code, size: ledger.chain.head.logSize }).toEqual({ code: 1, size: before });
    expect(err).toContain(reason);
  });

  it("says what to do where no node answers", async () => {
    const nowhere = [...signing.slice(0, -1), "http://localhost:1"];
    const { err } = await runCli(["do", "treasury.openAccounts", ...nowhere, "--accounts", accounts("two")]);
    expect(err).toContain("no node answers at http://localhost:1");
  });
});
