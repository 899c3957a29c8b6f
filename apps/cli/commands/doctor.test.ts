import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkData } from "../doctor/check-data.ts";
import { checkLocale, checkNode } from "../doctor/check-machine.ts";
import type { Finding } from "../doctor/finding.ts";
import { runCli } from "../testing/run-cli.ts";
import { openSmallLedger } from "../testing/small-ledger.ts";

let folder = "";
let data = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-doctor-"));
  data = join(folder, "node");
  await (await openSmallLedger(data)).close();
  await openNodeKeys({ path: join(data, "node-key.json"), passphrase: "of a test" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const levels = (findings: readonly Finding[]) => findings.map(({ level }) => level);

describe("mingbai doctor", () => {
  it("names each thing that it looked at, each with a level", async () => {
    const { out } = await runCli(["doctor", "--data", data, "--json"]);
    const findings = JSON.parse(out) as Finding[];
    expect(findings.length).toBe(8);
    for (const { level, advice } of findings) expect(level === "ok").toBe(advice === "");
  });

  it("finds nothing wrong with a sound folder, nor with one that is not there yet", async () => {
    expect(levels(await checkData(data, Date.now()))).toEqual(["ok", "ok", "ok"]);
    expect(levels(await checkData(join(folder, "absent"), Date.now()))).toEqual(["ok"]);
  });

  it("sees that a node is running, and does not disturb it", async () => {
    const ledger = await openSmallLedger(data);
    expect((await checkData(data, Date.now()))[0]?.what).toContain("running");
    await ledger.close();
  });

  it("tells of a clock before the ledger's times, a key that others may read, an old Node, a bare locale", async () => {
    expect(levels(await checkData(data, 0))).toEqual(["ok", "ok", "warn"]);
    await chmod(join(data, "node-key.json"), 0o644);
    expect(levels(await checkData(data, Date.now()))).toEqual(["ok", "bad", "ok"]);
    expect(checkNode("22.1.0").level).toBe("bad");
    expect(checkLocale({ LANG: "C" }).level).toBe(process.platform === "win32" ? "ok" : "warn");
  });
});
