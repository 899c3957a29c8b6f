import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSeed, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { shownView, tiesView } from "@mingbai/levels/views";
import { readBalance } from "@mingbai/treasury/reads";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { carryOver } from "./carry-over.ts";
import { type LedgerEnd, openLedgerEnd } from "./ledger-end.ts";
import { officeAccount, ServedLevel } from "./test-two-levels.ts";

const deposit = 1_000_000;
const waitMs = 20_000;
/** Longer than the tests take: what proves nothing is not brought. */
const lifeMs = 3_600_000;
let root = "";
let city: ServedLevel;
let county: ServedLevel;
let upper: LedgerEnd;
let lower: LedgerEnd;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-relay-"));
  city = await ServedLevel.open(root, "city");
  county = await ServedLevel.open(root, "county");
  await city.openFund(deposit);
  await county.openFund();
  await Promise.all([city.ledger.published.publish(), county.ledger.published.publish()]);
  await city.join(county, "child");
  await county.join(city, "parent");
  const key = { signer: demoSigner("regulator"), keyId: demoNumber("key regulator") };
  upper = await openLedgerEnd([city.url], key);
  lower = await openLedgerEnd([county.url], key);
});
afterAll(async () => {
  await Promise.all([city.close(), county.close()]);
  await rm(root, { recursive: true, force: true });
});

function balanceOf({ ledger }: ServedLevel) {
  return readBalance(ledger.chain.state, { account: officeAccount, tranche: 1 });
}

describe("a relay between two nodes", () => {
  it("carries a transfer down and its outcome back, and keeps nothing itself", async () => {
    await city.send(county, 70_000);
    expect(balanceOf(city)).toEqual({ free: deposit - 70_000, locked: 70_000 });
    // Checkpoints and tables follow the ledger within a second or two: a relay tries again, and so does this.
    await vi.waitFor(
      async () => {
        await carryOver(upper, lower, lifeMs);
        expect(balanceOf(county)).toEqual({ free: 70_000, locked: 0 });
      },
      { timeout: waitMs, interval: 200 },
    );
    await vi.waitFor(
      async () => {
        expect((await carryOver(lower, upper, lifeMs)).refused.size).toBe(0);
        expect(balanceOf(city)).toEqual({ free: deposit - 70_000, locked: 0 });
      },
      { timeout: waitMs, interval: 200 },
    );
    expect(await carryOver(upper, lower, lifeMs)).toMatchObject({ transfers: 0, outcomes: 0 });
  });

  it("brings a checkpoint that proves nothing only as a sign of life, so that two logs do not grow by each other's", async () => {
    await city.act("finance", "treasury.createFund", { fund: 2, code: "F-2", office: officeAccount });
    await city.ledger.published.publish();
    expect(await carryOver(upper, lower, lifeMs)).toMatchObject({ checkpoints: 0 });
    expect(await carryOver(upper, lower, 0)).toMatchObject({ checkpoints: 1 });
  });

  it("is one command, which tells what it brought", async () => {
    const path = join(root, "relay.json");
    const { publicKey } = demoSigner("regulator");
    await writeKeyFile({ path, kind: "ed25519", publicKey, secret: demoSeed("regulator"), passphrase: "of a test" });
    const number = demoNumber("key regulator");
    const ends = ["--parent", city.url, "--child", county.url, "--as-parent", number, "--as-child", number];
    await city.send(county, 5_000);
    await city.ledger.published.publish();
    const size = city.ledger.published.latest?.size ?? 0;
    await vi.waitFor(
      async () => {
        const { rows } = await upper.client.ask(shownView, { to: county.chain, what: "sent", from: 2, size });
        expect(rows).toHaveLength(1);
      },
      { timeout: waitMs, interval: 200 },
    );
    const { code, out, err } = await runCli(["relay", ...ends, "--key", path, "--once"]);
    expect(code, err).toBe(0);
    const told = JSON.parse(out.split("\n")[0] ?? "");
    expect(told).toMatchObject({ way: "down", checkpoints: 1, transfers: 1, refused: {} });
  });

  it("leaves a tree that each node shows", async () => {
    await vi.waitFor(
      async () => {
        const { own, rows } = await upper.client.ask(tiesView, {});
        expect(own.assurance).toBe("operatorTrusted");
        expect(rows).toMatchObject([
          {
            as: "child",
            state: "open",
            assurance: "operatorTrusted",
            flows: [{ sent: 70_000, received: 0, locked: 5_000 }],
          },
        ]);
      },
      { timeout: waitMs, interval: 200 },
    );
  });
});
