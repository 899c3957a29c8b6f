import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { actScene, payOut } from "../testing/test-act-scene.ts";
import type { Person } from "../testing/test-ledger.ts";
import { fund, must, office, people, street } from "../testing/test-scene.ts";
import { operatingShares } from "./operating-shares.ts";
import { redemptions } from "./redemptions.ts";

const { allRound, bank, finance, manager, regulator, streetFinance, streetManager, supplier } = people;
const readerOf = ({ account, organisation, roles }: Person): QueryReader => ({ account, organisation, roles });
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const { ledger, blocks } = actScene();
  must(ledger, finance, "allocate", { from: { holder: office, fund, tranche: 1 }, to: street, amount: 100_000 });
  const from = { holder: street, fund, tranche: 3 };
  must(ledger, streetManager, "redeem", { from, amount: 4_000, endToEndId: "paid" });
  payOut(ledger, "paid", 4_000);
  must(ledger, streetManager, "redeem", { from, amount: 1_000, endToEndId: "declined" });
  must(ledger, bank, "cancelRedemption", { endToEndId: "declined", reason: "AC04" });
  must(ledger, streetManager, "redeem", { from, amount: 500, endToEndId: "waits" });
  must(ledger, streetFinance, "returnPayment", { from, amount: 20_000 });
  must(ledger, streetFinance, "allocate", { from, to: office, amount: 50_000 });
  must(ledger, allRound, "redeem", { from: { ...from, holder: office, tranche: 4 }, amount: 700, endToEndId: "own" });
  must(ledger, streetManager, "redeem", { from, amount: 600, endToEndId: "stopped" });
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

describe("what waits for release", () => {
  it.each([
    [finance, { waits: "may", own: "may", stopped: "may" }],
    [allRound, { waits: "may", own: "ownOrder", stopped: "may" }],
    [streetFinance, { waits: "otherOffice", own: "otherOffice", stopped: "otherOffice" }],
    [regulator, { waits: null, own: null, stopped: null }],
  ])("says to %o what they may let go, and why not the rest", async (person, expected) => {
    const found = await rows<{ endToEndId: string; release: string }>(redemptions, { state: "locked" }, person);
    expect(Object.fromEntries(found.map(({ endToEndId, release }) => [endToEndId, release]))).toEqual(expected);
  });

  it("is asked for by the office that releases it, and by the holder who ordered it", async () => {
    const ids = async (of: string, person: Person) =>
      (await rows<{ endToEndId: string }>(redemptions, { of }, person)).map(({ endToEndId }) => endToEndId);
    expect(await ids("office", finance)).toEqual(["stopped", "own", "waits", "declined", "paid"]);
    expect(await ids("office", streetFinance)).toEqual([]);
    expect(await ids("holder", streetFinance)).toEqual(["stopped", "waits", "declined", "paid"]);
    expect(await ids("holder", supplier)).toEqual([]);
  });
});

describe("the operating share", () => {
  it("counts what was received, given back and paid out, as execution does", async () => {
    const ofStreet = { receivedMinor: 100_000, returnedMinor: 20_000, redeemedMinor: 5_100, mayMinor: 2_900 };
    const [row, ...others] = await rows(operatingShares, {}, streetFinance);
    expect(row).toMatchObject({ ...ofStreet, basisPoints: 1_000, office: { account: street }, year: 2027 });
    expect(others).toEqual([]);
    expect(await rows(operatingShares, {}, manager)).toMatchObject([{ receivedMinor: 50_000, mayMinor: 4_300 }]);
    expect(await rows(operatingShares, {}, regulator)).toHaveLength(2);
  });
});

// Answers are judged by their own schemas; here only some fields of them are looked at.
async function rows<Row>(query: Query, params: Record<string, unknown>, person: Person): Promise<readonly Row[]> {
  return ((await tables.ask(query, params, readerOf(person))) as { rows: readonly Row[] }).rows;
}
