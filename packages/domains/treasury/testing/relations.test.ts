import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { treasury } from "../index.ts";
import { accountOf, type Person, type TestLedger, testLedger } from "./test-ledger.ts";
import { wanted } from "./test-offers.ts";
import { bankAccount, bankLine, makeBatch, must } from "./test-scene.ts";

/** Commands that name whose money or list they act on: who may, depends on what that account is to the actor. */
const ofAnAccount: Readonly<Record<string, (holder: string) => CanonicalObject>> = {
  allocate: (holder) => ({ from: { holder, fund: 1, tranche: 1 }, to: far, amount: 1 }),
  pay: (holder) => ({ from: { holder, fund: 1, tranche: 1 }, payee: far, amount: 1, reference: "ab".repeat(16) }),
  redeem: (holder) => ({ from: { holder, fund: 1, tranche: 1 }, amount: 1, endToEndId: "E" }),
  returnPayment: (holder) => ({ from: { holder, fund: 1, tranche: 1 }, amount: 1 }),
  returnExpired: (holder) => ({ from: { holder, fund: 1, tranche: 1 }, amount: 1 }),
  proposeOffer: (holder) => ({ ...wanted, from: { holder, fund: 1, tranche: 1 } }),
  proposeManifest: (payer) => ({
    manifest: "e1".repeat(32),
    payer,
    fund: 1,
    tranche: 1,
    listDigest: "dd".repeat(32),
    total: 5,
    count: 1,
    batches: ["b1".repeat(32)],
  }),
};
/** Commands that find the account behind a voucher, a list, a proof, an order, an offer or a matter; `named-lines.test.ts` and their own tests refuse a stranger there. */
const byReference = [
  "splitVoucher",
  "approveManifest",
  "nameLine",
  "releaseOrders",
  "cancelRedemption",
  "disburse",
  "approveOffer",
  "collectOffer",
  "stopOffer",
];
/** Commands on the actor's own vouchers or their organisation's merchants, which the input does not name. */
const ofOneself = ["takeOffer", "spend", "registerMerchants", "withdrawMerchants"];
/** Commands about bank days: whose office, bank and four eyes are asked in `day-close/`. */
const ofBankDays = ["reportDifference", "proposeSettlement", "settleDifference", "closeBankDay", "countersignBankDay"];
/** Commands for whose right the role is everything. */
const ofNoAccount = ["openAccounts", "createFund", "bookBankLines", "settleBatch", ...ofBankDays];

const relations = ["own", "organisation's", "other's"] as const;
type Relation = (typeof relations)[number];

const far = accountOf(0xfa);
const staff = (number: number, role: Role): Person => ({
  account: accountOf(number),
  organisation: "staff",
  roles: [role],
});
const [operator, finance, bank] = [
  staff(0xf1, "operator"),
  staff(0xf2, "financeSupervisor"),
  staff(0xf3, "escrowBank"),
];
const actors: readonly Person[] = roles.map((role, index) => ({
  account: accountOf(index + 1),
  organisation: `of-${index}`,
  roles: [role],
}));

function accountFor(actor: Person, relation: Relation): string {
  if (relation === "own") return actor.account;
  return relation === "other's" ? far : accountOf(0x100 + actors.indexOf(actor));
}

/** Every actor has an account of their own and one of their organisation; tranche 1 belongs to an office far from all. */
function scene(reconstruction: boolean): TestLedger {
  const ledger = testLedger([...actors, operator, finance, bank], { reconstruction });
  const accounts = actors.flatMap((actor) => [
    { account: actor.account, kind: "supplier" },
    { account: accountFor(actor, "organisation's"), kind: "office", organisation: actor.organisation },
  ]);
  must(ledger, operator, "openAccounts", {
    accounts: [...accounts, { account: far, kind: "office", organisation: "staff" }],
  });
  must(ledger, finance, "createFund", {
    fund: 1,
    code: "F-1",
    office: far,
    operatingBasisPoints: 1_000,
    returnExpiryDays: 30,
  });
  must(ledger, bank, "bookBankLines", { bankAccount, lines: [{ ...bankLine("d1", 1_000), kind: "deposit", fund: 1 }] });
  return ledger;
}

/** What must be answered; undefined where neither role nor relation forbids it. */
function expected(allow: readonly Role[], role: Role, relation: Relation, reconstruction: boolean): string | undefined {
  if (!allow.includes(role)) return "NOT_ALLOWED";
  if (role === "importer") return reconstruction ? undefined : "ONLY_RECONSTRUCTION";
  return relation === "other's" ? "NOT_HOLDER" : undefined;
}

const forbidden = ["NOT_ALLOWED", "NOT_HOLDER", "ONLY_RECONSTRUCTION"];

describe("whose accounts an actor may use", () => {
  it("is said of every command that there is", () => {
    const verbs = treasury.commands.map(({ name }) => name.slice("treasury.".length));
    expect([...Object.keys(ofAnAccount), ...byReference, ...ofOneself, ...ofNoAccount].sort()).toEqual(verbs.sort());
  });

  describe.each([false, true])("every role, every relation (reconstruction: %s)", (reconstruction) => {
    it.each(Object.entries(ofAnAccount))("%s", (verb, inputFor) => {
      const ledger = scene(reconstruction);
      const allow =
        treasury.commands.find(({ name }) => name === `treasury.${verb}`)?.allow.map(({ role }) => role) ?? [];
      const rows = actors.flatMap((actor) => relations.map((relation) => ({ actor, relation })));
      for (const { actor, relation } of rows) {
        const [role = "donor"] = actor.roles;
        const { code } = ledger.run(actor, verb, inputFor(accountFor(actor, relation)));
        const found = forbidden.includes(code) ? code : undefined;
        expect({ role, relation, found }).toEqual({
          role,
          relation,
          found: expected(allow, role, relation, reconstruction),
        });
      }
    });
  });

  it("payBatch: a list of another's is refused to every role that may pay lists", () => {
    const ledger = scene(false);
    const { body, digest } = makeBatch([{ payee: accountOf(1), amount: 1 }], { payer: far });
    const list = { ...ofAnAccount.proposeManifest?.(far), manifest: "c1".repeat(32), batches: [digest], total: 1 };
    must(ledger, operator, "proposeManifest", list);
    const allow = treasury.payments?.allow.map(({ role }) => role) ?? [];
    for (const actor of actors) {
      const [role = "donor"] = actor.roles;
      const { code } = ledger.runBatch(actor, body);
      expect({ role, code }).toEqual({ role, code: expected(allow, role, "other's", false) });
    }
  });
});
