import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { toHex } from "@mingbai/codec/hex";
import { newSeed } from "@mingbai/crypto/signers/generate-signer";
import { proposalsView } from "@mingbai/governance/views";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { standingView } from "@mingbai/levels/views";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { carryOver } from "./carry-over.ts";
import { type LedgerEnd, openLedgerEnd } from "./ledger-end.ts";
import { levelKeys, officeAccount, ServedLevel } from "./test-two-levels.ts";

/** Tables and notes follow the ledger within a second or two. */
const patience = { timeout: 20_000, interval: 200 };
const lifeMs = 3_600_000;
let root = "";
let city: ServedLevel;
let county: ServedLevel;
let upper: LedgerEnd;
let lower: LedgerEnd;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-rosters-"));
  city = await ServedLevel.open(root, "city");
  county = await ServedLevel.open(root, "county");
  await Promise.all([city.openFund(), county.openFund()]);
  await Promise.all([city.ledger.published.publish(), county.ledger.published.publish()]);
  await city.join(county, "child");
  const key = { signer: demoSigner("regulator"), keyId: demoNumber("key regulator") };
  [upper, lower] = await Promise.all([openLedgerEnd([city.url], key), openLedgerEnd([county.url], key)]);
});
afterAll(async () => {
  await Promise.all([city.close(), county.close()]);
  await rm(root, { recursive: true, force: true });
});

/** The note of the county's next roster, in which its keeper has another consensus key, stands at its node; gives the epoch. */
async function changeRoster(): Promise<number> {
  const { approved } = await upper.client.ask(standingView, { ledger: county.chain });
  const { origin, roster, fromHeight } = approved;
  const epoch = roster.epoch + 1;
  const members = roster.members.map((member) => ({ ...member, consensusKey: toHex(newSeed()) }));
  const { organisation } = await levelKeys("county");
  const signers = members.map((member) => ({
    key: organisationNoteKey(origin, member),
    sign: (message: Uint8Array) => organisation.sign({ message, id: new Uint8Array(32) }),
  }));
  const { chain } = county.ledger.chain;
  const { size = 0 } = county.ledger.published.latest ?? {};
  const statement = { origin, chain, fromSize: size, fromHeight: fromHeight + 1, roster: { epoch, members } };
  const note = await signRosterNote(statement, signers);
  await county.ledger.published.files.write(rosterFile(epoch), new TextEncoder().encode(note));
  return epoch;
}

const approvedEpoch = async () =>
  (await upper.client.ask(standingView, { ledger: county.chain })).approved.roster.epoch;

/** Passes until the roster is proposed; gives the proposal. */
async function untilProposed(): Promise<string> {
  await vi.waitFor(async () => expect((await carryOver(lower, upper, lifeMs)).rosters).toBe(1), patience);
  return vi.waitFor(async () => {
    const { rows } = await upper.client.ask(proposalsView, { subject: `tie/${county.chain}`, box: "open" });
    expect(rows).toHaveLength(1);
    return rows[0]?.id ?? "";
  }, patience);
}

describe("a relay, where a child has changed its roster", () => {
  it("has nothing to propose before", async () => {
    expect(await carryOver(lower, upper, 0)).toMatchObject({ rosters: 0, checkpoints: 1 });
  });

  it("proposes it to the parent once; what counts is the parent's vote, and checkpoints go on", async () => {
    const epoch = await changeRoster();
    const proposal = await untilProposed();
    expect(await carryOver(lower, upper, lifeMs)).toMatchObject({ rosters: 0 });
    expect(await approvedEpoch()).toBe(epoch - 1);
    const { rows } = await upper.client.ask(proposalsView, { id: proposal });
    expect(rows).toMatchObject([{ change: { kind: "tie", tie: { kind: "roster", ledger: county.chain } } }]);
    expect(rows[0]?.words).toContain("中继");
    await city.agree(proposal);
    expect(await approvedEpoch()).toBe(epoch);
    await county.act("finance", "treasury.createFund", { fund: 2, code: "F-2", office: officeAccount });
    await county.ledger.published.publish();
    const carried = await carryOver(lower, upper, 0);
    expect(carried).toMatchObject({ rosters: 0, checkpoints: 1, refused: new Map() });
  });

  it("leaves it to people where members were against it", async () => {
    const epoch = await changeRoster();
    const proposal = await untilProposed();
    for (const one of ["admin", "civil-admin"]) await city.act(one, "governance.vote", { proposal, choice: "against" });
    expect(await carryOver(lower, upper, lifeMs)).toMatchObject({ rosters: 0, refused: new Map() });
    expect(await approvedEpoch()).toBe(epoch - 1);
  });
});
