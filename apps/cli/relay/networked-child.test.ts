import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { TestMembers } from "@mingbai/app-node/network/test-members";
import { tiesView } from "@mingbai/levels/views";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { readBalance } from "@mingbai/treasury/reads";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { carryOver } from "./carry-over.ts";
import { openLedgerEnd } from "./ledger-end.ts";
import { officeAccount, ServedLevel } from "./test-two-levels.ts";

const whyNot = whyNoComet ?? whyNotNet;
const keepers = 4;
const deposit = 1_000_000;
const amount = 70_000;
const lifeMs = 3_600_000;
/** Four members with CometBFT and three databases, on a machine that others use too. */
const patience = { timeout: 120_000, interval: 200 };

let root = "";
let city: ServedLevel;
let members: TestMembers;
let county: readonly ServedLevel[] = [];

beforeAll(async () => {
  if (whyNot !== undefined) return;
  root = await mkdtemp(join(tmpdir(), "mingbai-child-"));
  city = await ServedLevel.open(root, "city");
  members = await TestMembers.found(join(root, "county"), keepers, 0, true);
  await members.openAll();
  county = await Promise.all([0, 1].map(serve));
}, 240_000);
afterAll(async () => {
  await Promise.all([city, ...county].map((level) => level?.close()));
  await members?.closeAll();
  if (root !== "") await rm(root, { recursive: true, force: true });
});

/** A member's node with tables, at the address that the ledger names for it. */
async function serve(number: number): Promise<ServedLevel> {
  const folder = members.folder(number);
  // What makes the tables reads it there.
  await writeGenesis(folder.genesis, members.genesis);
  const place = members.network(number).http;
  return ServedLevel.serve({
    ledger: members.get(number),
    folder,
    keys: members.keys(number),
    place,
    end: () => members.close(number),
  });
}

const balanceOf = ({ ledger }: ServedLevel) => readBalance(ledger.chain.state, { account: officeAccount, tranche: 1 });

describe.skipIf(whyNot)(whyNot ?? "a relay to a county of four organisations", () => {
  it("carries what their quorum signed, and goes on with another node when the one in hand is gone", async () => {
    const [first, second] = county;
    if (first === undefined || second === undefined) throw new Error("the county has no nodes");
    await city.openFund(deposit);
    await first.openFund();
    await city.ledger.published.publish();
    const { published } = first.ledger;
    await vi.waitUntil(() => published.rosterNotes(published.latest?.size ?? 0).length > 0, patience);
    await city.join(first, "child");
    await first.join(city, "parent");
    const key = { signer: demoSigner("regulator"), keyId: demoNumber("key regulator") };
    const [upper, lower] = await Promise.all([openLedgerEnd([city.url], key), openLedgerEnd([first.url], key)]);
    expect(lower.client.urls).toContain(second.url);
    await city.send(first, amount);
    await vi.waitFor(async () => {
      await carryOver(upper, lower, lifeMs);
      expect(balanceOf(second)).toEqual({ free: amount, locked: 0 });
    }, patience);
    county = [second];
    await first.close();
    await vi.waitFor(async () => {
      expect((await carryOver(lower, upper, lifeMs)).refused.size).toBe(0);
      expect(balanceOf(city)).toEqual({ free: deposit - amount, locked: 0 });
    }, patience);
    expect(lower.client.url).toBe(second.url);
    await vi.waitFor(async () => {
      const { rows } = await upper.client.ask(tiesView, {});
      expect(rows).toMatchObject([{ assurance: "byzantine", members: keepers, settled: 1, underWay: 0 }]);
    }, patience);
  }, 240_000);
});
