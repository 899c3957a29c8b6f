import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Person, TestLedger } from "./test-ledger.ts";
import { accountOf, startMs } from "./test-ledger.ts";
import { must, office, otherFund, people, testScene } from "./test-scene.ts";

const { administrator, approver, bank, citizen, finance, manager, operator, supplier } = people;

export const dayMs = 86_400_000;
/** The tranche of the other fund, which the office holds whole and which does not expire. */
export const source = 2;
export const held = 500_000;
/** A second merchant, whose shop is in another place. */
export const otherShop = accountOf(0x21);
export const shop = supplier.account;
/** Registered as living in the north; the citizen is registered nowhere. */
export const neighbour: Person = { account: accountOf(0x51), organisation: "bureau", roles: ["individual"] };
/** An individual whose account here is a supplier's. */
export const trader: Person = { account: accountOf(0x52), organisation: "bureau", roles: ["individual"] };

export const wanted = {
  from: { holder: office, fund: otherFund, tranche: source },
  each: 1_000,
  count: 3,
  perDay: 400,
  fromMs: startMs,
  untilMs: startMs + 10 * dayMs,
  takers: { kind: "anyone" },
  merchants: { kind: "registered" },
  content: "c0".repeat(32),
} as const satisfies CanonicalObject;

/** The office with 500,000 in tranche 2; `shop` in the north and `otherShop` in the south, both registered. */
export function offerScene(options: Parameters<typeof testScene>[0] = {}): TestLedger {
  const ledger = testScene(options);
  const accounts = [
    { account: otherShop, kind: "supplier" },
    { account: neighbour.account, kind: "person" },
    { account: trader.account, kind: "supplier" },
  ];
  must(ledger, operator, "openAccounts", { accounts });
  const name = { en: "X", zh: "某地" };
  const areas = [
    { area: "city", level: "district", name },
    { area: "north", level: "street", name, parent: "city" },
    { area: "south", level: "street", name, parent: "city" },
  ];
  must(ledger, administrator, "identity.createAreas", { areas });
  for (const { account, organisation } of [neighbour, trader]) {
    const person = { account, organisation, roles: ["individual"], area: "north" };
    must(ledger, administrator, "identity.registerActor", person);
    const publicKey = account.slice(-2).repeat(32);
    const key = { account, keyId: account, scheme: "ed25519", publicKey, fromHeight: ledger.height + 2 };
    must(ledger, administrator, "identity.registerKey", key);
  }
  const merchants = [
    { account: shop, area: "north" },
    { account: otherShop, area: "south" },
  ];
  must(ledger, administrator, "registerMerchants", { merchants });
  return ledger;
}

/** Proposes and approves an offer; returns its id. */
export function openOffer(ledger: TestLedger, more: CanonicalObject = {}): string {
  const offer = must(ledger, manager, "proposeOffer", { ...wanted, ...more });
  for (const who of [finance, approver]) must(ledger, who, "approveOffer", { offer });
  return offer;
}

let purchases = 0;
/** 16 bytes that no purchase has had. */
export const freshReference = (): string => (++purchases).toString(16).padStart(32, "0");

export function purchase(offer: string, amount: number, more: CanonicalObject = {}): CanonicalObject {
  return { offer, merchant: shop, amount, reference: freshReference(), ...more };
}

/** The citizen has taken an offer. */
export function takenOffer(ledger: TestLedger, more: CanonicalObject = {}): string {
  const offer = openOffer(ledger, more);
  must(ledger, citizen, "takeOffer", { offer });
  return offer;
}

/** A deposit of the other fund that expires at this time, as the next tranche. */
export function depositUntil(ledger: TestLedger, expiryMs: number): void {
  const line = { kind: "deposit", reference: `until-${expiryMs}`, valueDay: "2027-01-15", amount: 9_000 };
  must(ledger, bank, "bookBankLines", {
    bankAccount: "ESCROW-1",
    lines: [{ ...line, fund: otherFund, expiryMs }],
  });
}

/** Runs a command and says only how it ended. */
export function codeOf(ledger: TestLedger, who: Person, verb: string, input: CanonicalObject): string {
  return ledger.run(who, verb, input).code;
}
