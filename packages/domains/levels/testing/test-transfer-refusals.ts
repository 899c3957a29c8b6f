import type { LevelLedger } from "./test-ledger.ts";
import { freeze, type RefusalRow, type Scene, strangerId } from "./test-refusals.ts";
import { carry, countyFund, decide, foundLedger, join, must, people, sending, transfer } from "./test-scene.ts";

const { citizen, finance } = people;
const dayMs = 86_400_000;

/** The county's first transfer decided and the outcome carried up, but not settled. */
async function decided({ city, county }: Scene): Promise<void> {
  must(city, finance, "levels.sendTransfer", sending(county, city));
  await carry(city, county);
  must(county, citizen, "levels.receiveTransfer", city.prove(city.indexesOf("levels.transferSent")[0] ?? 0));
  await carry(county, city);
}

async function sent({ city, county }: Scene): Promise<ReturnType<LevelLedger["prove"]>> {
  must(city, finance, "levels.sendTransfer", sending(county, city));
  await carry(city, county);
  return city.prove(city.indexesOf("levels.transferSent")[0] ?? 0);
}

/** Transfers and totals. */
export const transferRefusals: readonly RefusalRow[] = [
  // Sending
  [
    "sendTransfer",
    "TIE_UNKNOWN",
    "money to a stranger",
    async ({ city, county }) => [city, finance, "sendTransfer", { ...sending(county, city), ledger: strangerId }],
  ],
  [
    "sendTransfer",
    "TIE_FROZEN",
    "money to a frozen ledger",
    async ({ city, county }) => {
      await freeze(city, county);
      return [city, finance, "sendTransfer", sending(county, city)];
    },
  ],
  [
    "sendTransfer",
    "DEADLINE_WRONG",
    "a deadline behind",
    async ({ city, county }) => [city, finance, "sendTransfer", sending(county, city, { deadlineMs: city.timeMs - 1 })],
  ],
  [
    "sendTransfer",
    "DEADLINE_WRONG",
    "a deadline far ahead",
    async ({ city, county }) => [
      city,
      finance,
      "sendTransfer",
      sending(county, city, { deadlineMs: city.timeMs + 400 * dayMs }),
    ],
  ],
  [
    "sendTransfer",
    "FUND_NOT_TIED",
    "a fund that does not go there",
    async ({ city, county }) => {
      decide(city, { kind: "funds", ledger: county.id, funds: [] });
      return [city, finance, "sendTransfer", sending(county, city)];
    },
  ],
  [
    "sendTransfer",
    "TRANCHE_SHORT",
    "more than there is",
    async ({ city, county }) => [city, finance, "sendTransfer", sending(county, city, { amount: 2_000_000 })],
  ],
  [
    "sendTransfer",
    "NOT_HOLDER",
    "somebody else's money",
    async ({ city, county }) => [city, people.supplier, "sendTransfer", sending(county, city)],
  ],
  [
    "sendTransfer",
    "CLAIM_SHORT",
    "own bank money upwards",
    async ({ city, county }) => {
      const line = { kind: "deposit", reference: "own", valueDay: "2027-01-15", amount: 500, fund: countyFund };
      must(county, people.bank, "treasury.bookBankLines", { bankAccount: "COUNTY", lines: [line] });
      return [county, finance, "sendTransfer", sending(city, county, { fund: countyFund, amount: 1 })];
    },
  ],
  // Receiving
  [
    "receiveTransfer",
    "SIZE_NOT_KEPT",
    "a tree that nobody posted",
    async ({ city, county }) => {
      must(city, finance, "levels.sendTransfer", sending(county, city));
      return [county, citizen, "receiveTransfer", city.prove(city.hashes.size - 1)];
    },
  ],
  [
    "receiveTransfer",
    "LEAF_NOT_INCLUDED",
    "another leaf in its place",
    async (scene) => [scene.county, citizen, "receiveTransfer", { ...(await sent(scene)), index: 0 }],
  ],
  [
    "receiveTransfer",
    "LEAF_NOT_INCLUDED",
    "one byte of the leaf changed",
    async (scene) => {
      const proof = await sent(scene);
      return [scene.county, citizen, "receiveTransfer", { ...proof, leaf: `${proof.leaf.slice(0, -2)}00` }];
    },
  ],
  [
    "receiveTransfer",
    "EVENTS_DIFFER",
    "a larger amount in the events",
    async (scene) => {
      const proof = await sent(scene);
      return [scene.county, citizen, "receiveTransfer", { ...proof, events: proof.events.replaceAll("1000", "9000") }];
    },
  ],
  [
    "receiveTransfer",
    "LEAF_MALFORMED",
    "a refused transfer",
    async ({ city, county }) => {
      city.run(finance, "levels.sendTransfer", sending(county, city, { amount: 2_000_000 }));
      await carry(city, county);
      return [county, citizen, "receiveTransfer", city.prove(city.hashes.size - 1)];
    },
  ],
  [
    "receiveTransfer",
    "EVENT_MISSING",
    "an act that is no transfer",
    async ({ city, county }) => {
      await carry(city, county);
      return [county, citizen, "receiveTransfer", city.prove(0)];
    },
  ],
  [
    "receiveTransfer",
    "EVENT_MISSING",
    "a transfer to another county",
    async ({ city, county }) => {
      const second = foundLedger("second", { fundNumber: countyFund });
      await join(city, second);
      must(city, finance, "levels.sendTransfer", sending(second, city));
      await carry(city, county);
      return [county, citizen, "receiveTransfer", city.prove(city.hashes.size - 1)];
    },
  ],
  [
    "receiveTransfer",
    "TRANSFER_COUNTED",
    "a transfer received again",
    async (scene) => {
      const proof = await sent(scene);
      must(scene.county, citizen, "levels.receiveTransfer", proof);
      return [scene.county, citizen, "receiveTransfer", proof];
    },
  ],
  [
    "receiveTransfer",
    "TRANSFER_EARLY",
    "the second before the first",
    async ({ city, county }) => {
      must(city, finance, "levels.sendTransfer", sending(county, city));
      must(city, finance, "levels.sendTransfer", sending(county, city));
      await carry(city, county);
      return [county, citizen, "receiveTransfer", city.prove(city.hashes.size - 1)];
    },
  ],
  [
    "receiveTransfer",
    "TIE_CLOSED",
    "a transfer from a closed ledger",
    async (scene) => {
      const proof = await sent(scene);
      decide(scene.county, { kind: "close", ledger: scene.city.id });
      return [scene.county, citizen, "receiveTransfer", proof];
    },
  ],
  // Settling
  [
    "settleTransfer",
    "TRANSFER_UNKNOWN",
    "an outcome settled again",
    async (scene) => {
      await decided(scene);
      const proof = scene.county.prove(scene.county.indexesOf("levels.transferDecided")[0] ?? 0);
      must(scene.city, citizen, "levels.settleTransfer", proof);
      return [scene.city, citizen, "settleTransfer", proof];
    },
  ],
  [
    "settleTransfer",
    "EVENT_MISSING",
    "the own transfer as its outcome",
    async (scene) => {
      await sent(scene);
      await carry(scene.county, scene.city);
      return [scene.city, citizen, "settleTransfer", scene.county.prove(0)];
    },
  ],
  [
    "settleTransfer",
    "EVENTS_DIFFER",
    "a refusal told as an acceptance",
    async ({ city, county }) => {
      must(city, finance, "levels.sendTransfer", sending(county, city, { payee: citizen.account }));
      await carry(city, county);
      must(county, citizen, "levels.receiveTransfer", city.prove(city.hashes.size - 1));
      await carry(county, city);
      const proof = county.prove(county.hashes.size - 1);
      return [
        city,
        citizen,
        "settleTransfer",
        { ...proof, events: proof.events.replace('"outcome":"refused","reason":"payee"', '"outcome":"accepted"') },
      ];
    },
  ],
  [
    "releaseTransfer",
    "TIE_NOT_CLOSED",
    "unlocking what may still be answered",
    async ({ city, county }) => {
      const { events } = must(city, finance, "levels.sendTransfer", sending(county, city));
      return [city, finance, "releaseTransfer", { transfer: String(events.at(-1)?.data.transfer) }];
    },
  ],
  [
    "releaseTransfer",
    "TRANSFER_UNKNOWN",
    "unlocking what was never sent",
    async ({ city }) => [city, finance, "releaseTransfer", { transfer: strangerId }],
  ],
  [
    "releaseTransfer",
    "NOT_A_CHILD",
    "unlocking what the parent may have accepted",
    async ({ city, county }) => {
      await transfer(city, county);
      const { events } = must(county, finance, "levels.sendTransfer", sending(city, county, { fund: countyFund }));
      decide(county, { kind: "close", ledger: city.id });
      return [county, finance, "releaseTransfer", { transfer: String(events.at(-1)?.data.transfer) }];
    },
  ],
  // Totals
  ["stateTotals", "NO_PARENT", "totals for nobody", async ({ city }) => [city, people.node, "stateTotals", {}]],
  [
    "receiveTotals",
    "NOT_A_CHILD",
    "a parent's leaf as a child's totals",
    async ({ city, county }) => {
      await carry(city, county);
      return [county, citizen, "receiveTotals", city.prove(0)];
    },
  ],
  [
    "receiveTotals",
    "TOTALS_OLD",
    "older totals after newer",
    async ({ city, county }) => {
      must(county, people.node, "levels.stateTotals", {});
      must(county, people.node, "levels.stateTotals", {});
      await carry(county, city);
      const [first = 0, second = 0] = county.indexesOf("levels.totalsStated");
      must(city, citizen, "levels.receiveTotals", county.prove(second));
      return [city, citizen, "receiveTotals", county.prove(first)];
    },
  ],
];
