import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { contentSubject } from "@mingbai/read-model/given-content";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { payOut } from "../testing/test-act-scene.ts";
import type { Person } from "../testing/test-ledger.ts";
import { startMs } from "../testing/test-ledger.ts";
import { dayMs, neighbour, offerScene, purchase, shop, takenOffer, wanted } from "../testing/test-offers.ts";
import { ProjectedBlocks } from "../testing/test-projected-blocks.ts";
import { must, office, otherFund, people } from "../testing/test-scene.ts";
import { balances } from "./balances.ts";
import { merchants } from "./merchants.ts";
import { offerTakers } from "./offer-takers.ts";
import { offers } from "./offers.ts";
import { payments } from "./payments.ts";
import { till } from "./till.ts";
import { track } from "./track.ts";
import { wallet } from "./wallet.ts";

const { administrator, citizen, finance, manager, regulator, streetFinance, supplier, allRound } = people;
const stranger: QueryReader = { account: undefined, organisation: undefined, roles: [] };
const readerOf = ({ account, organisation, roles }: Person): QueryReader => ({ account, organisation, roles });
const today = Math.floor((startMs + 8 * 3_600_000) / dayMs);
let tables: TestTables;
let open = "";
let proposed = "";
let purchased = "";

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const blocks = new ProjectedBlocks();
  const ledger = offerScene({ onBlock: blocks.add });
  open = takenOffer(ledger);
  must(ledger, neighbour, "takeOffer", { offer: open });
  proposed = must(ledger, manager, "proposeOffer", wanted);
  must(ledger, finance, "approveOffer", { offer: proposed });
  must(ledger, citizen, "spend", purchase(open, 100));
  purchased = must(ledger, citizen, "spend", purchase(open, 150));
  must(ledger, supplier, "redeem", {
    from: { holder: shop, fund: otherFund, tranche: 2 },
    amount: 250,
    endToEndId: "S",
  });
  payOut(ledger, "S", 250);
  const short = takenOffer(ledger, { untilMs: startMs + dayMs, each: 500, count: 1 });
  must(ledger, administrator, "withdrawMerchants", { accounts: ["0000000000000021"] });
  ledger.wait(dayMs);
  must(ledger, manager, "collectOffer", { offer: short, takers: [citizen.account] });
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

describe("questions about consumer vouchers", () => {
  it("show an offer to everyone once it is open, with where its money is", async () => {
    const found = await rows(offers, {}, stranger);
    expect(found.map(({ standing }) => standing)).toEqual(["over", "open"]);
    expect(found[1]).toMatchObject({
      id: open,
      eachMinor: 1_000,
      count: 3,
      taken: 2,
      spentMinor: 250,
      heldMinor: 1_750,
      untakenMinor: 1_000,
      backMinor: 0,
      isOwn: false,
      approval: null,
    });
    expect(found[0]).toMatchObject({ taken: 1, spentMinor: 0, heldMinor: 0, untakenMinor: 0, backMinor: 500 });
  });

  it("show a proposal to its office and to the regulator, and say who may approve it", async () => {
    const standing = async (person: Person) =>
      (await rows(offers, { id: proposed }, readerOf(person))).map(({ approval }) => approval);
    expect(await standing(manager)).toEqual([null]);
    expect(await standing(finance)).toEqual(["approved"]);
    expect(await standing(allRound)).toEqual(["may"]);
    expect(await standing(regulator)).toEqual([null]);
    expect(await standing(streetFinance)).toEqual([]);
    expect(await rows(offers, { id: proposed }, stranger)).toEqual([]);
  });

  it("tell a person what they hold and what they spent on the last day", async () => {
    const mine = await answer(wallet, readerOf(citizen));
    expect(mine.offers).toMatchObject([
      { heldMinor: 0, offer: { standing: "over" } },
      { heldMinor: 750, spentMinor: 250, spentDay: today, spentThatDayMinor: 250, offer: { id: open } },
    ]);
    expect(mine.purchases).toMatchObject([{ amountMinor: 150, id: `${purchased}-0` }, { amountMinor: 100 }]);
    expect((await answer(wallet, readerOf(neighbour))).purchases).toEqual([]);
  });

  it("tell a merchant what was spent in the shop, and nobody else", async () => {
    const ours = await answer(till, readerOf(supplier));
    expect(ours.days).toEqual([{ day: today, purchases: 2, sumMinor: 250 }]);
    expect(ours.purchases).toHaveLength(2);
    expect(JSON.stringify(ours)).not.toContain(citizen.account);
    const other: QueryReader = { account: "0000000000000021", organisation: undefined, roles: ["supplier"] };
    expect(await answer(till, other)).toMatchObject({ purchases: [], days: [], registrations: [] });
  });

  it("list who took an offer to its office, and who has something left", async () => {
    expect(await rows(offerTakers, { offer: open }, readerOf(manager))).toMatchObject([
      { taker: { account: neighbour.account }, heldMinor: 1_000 },
      { taker: { account: citizen.account }, heldMinor: 750 },
    ]);
    expect(await rows(offerTakers, { offer: open }, readerOf(streetFinance))).toEqual([]);
    expect(await rows(offerTakers, { offer: open, left: "yes", limit: 1 }, readerOf(regulator))).toHaveLength(1);
  });

  it("list merchants that are registered now", async () => {
    const found = await rows(merchants, { organisation: "bureau" }, stranger);
    expect(found).toMatchObject([{ merchant: { account: shop }, area: "north", organisation: "bureau" }]);
    expect(await rows(merchants, { account: citizen.account }, stranger)).toEqual([]);
  });

  it("say of an offer's money that it is set aside", async () => {
    const found = await rows(balances, { account: office }, readerOf(manager));
    expect(found.filter(({ standing }) => standing === "offer")).toMatchObject([{ tranche: 3, freeMinor: 1_000 }]);
  });

  it("show a purchase in the list as a payment to the merchant, and its track up to the deposit and down to the bank", async () => {
    const listed = await rows(payments, { payee: shop }, stranger);
    expect(listed).toMatchObject([
      { id: `${purchased}-0`, amountMinor: 150, status: "burned", kind: "payment" },
      { amountMinor: 100, status: "burned" },
    ]);
    const steps = async (reader: QueryReader) =>
      ((await tables.ask(track, { id: `${purchased}-0` }, reader)) as { steps: { kind: string; from?: unknown }[] })
        .steps;
    expect((await steps(readerOf(regulator))).map(({ kind }) => kind)).toEqual([
      "mint",
      "setAside",
      "take",
      "spend",
      "redeem",
      "burn",
    ]);
    const seen = await steps(stranger);
    expect(seen.map(({ kind }) => kind)).toEqual(["mint", "setAside", "spend", "redeem", "burn"]);
    expect(JSON.stringify(seen)).not.toContain(citizen.account);
    expect((await steps(readerOf(citizen))).map(({ kind }) => kind)).toContain("take");
    expect((await steps(readerOf(neighbour))).map(({ kind }) => kind)).not.toContain("take");
  });
});

describe("the words of an offer", () => {
  it.each([1, 1_000])(
    "come from the vault and name the purchases in the list, projected by %i blocks",
    async (group) => {
      const blocks = new ProjectedBlocks();
      const ledger = offerScene({ onBlock: blocks.add });
      const offer = takenOffer(ledger);
      must(ledger, citizen, "spend", purchase(offer, 5));
      const content = { kind: "offer", title: "夜市券", about: "晚上用" };
      const given = contentSubject({ commitment: wanted.content, giver: manager.account });
      const find = async (subject: string) => (subject === given ? { salt: "", content } : undefined);
      await tables.project(blocks.all, () => group, { vault: { find } });
      expect(await rows(payments, {}, stranger)).toMatchObject([{ purpose: "夜市券" }]);
      expect(await rows(offers, {}, stranger)).toMatchObject([{ title: "夜市券", about: "晚上用" }]);
    },
  );
});

// Answers are judged by their own schemas; here only some fields of them are looked at.
type Row = Readonly<Record<string, unknown>>;
async function rows(query: Query, params: Record<string, unknown>, reader: QueryReader): Promise<readonly Row[]> {
  return ((await tables.ask(query, params, reader)) as { rows: readonly Row[] }).rows;
}
async function answer(query: Query, reader: QueryReader) {
  return (await tables.ask(query, {}, reader)) as { [name: string]: readonly Row[] };
}
