import { schemes } from "@mingbai/crypto/scheme";
import { keyTable } from "@mingbai/ledger/authority/key";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { isRefusal } from "@mingbai/ledger/refusal";
import { describe, expect, it } from "vitest";
import { treasury } from "../index.ts";
import { approver, citizen, finance, mine, ours, proposal, refusalScene, supplier } from "./refusal-rows.ts";
import type { Person, TestLedger } from "./test-ledger.ts";
import { limitTo } from "./test-limits.ts";
import { passed } from "./test-matters.ts";
import { wanted } from "./test-offers.ts";
import { must, people, street } from "./test-scene.ts";

const passedAmount = 100;

/** Everything by which an office lets money go, and what it needs before. The amount is always the same. */
const approvals: Readonly<Record<string, (ledger: TestLedger) => { by: Person; input: object }>> = {
  allocate: () => ({ by: finance, input: { from: ours, to: street, amount: passedAmount } }),
  approveManifest: (ledger) => {
    const id = must(ledger, people.manager, "proposeManifest", { ...proposal, total: passedAmount });
    return { by: approver, input: { manifest: proposal.manifest, proposal: id } };
  },
  approveOffer: (ledger) => {
    const terms = { ...wanted, each: passedAmount / 2, count: 2 };
    return { by: approver, input: { offer: must(ledger, people.manager, "proposeOffer", terms) } };
  },
  disburse: (ledger) => {
    const half = { who: supplier, payee: supplier.account, amount: passedAmount / 2 };
    return { by: finance, input: { items: ["01", "02"].map((name) => passed(ledger, { name, ...half })) } };
  },
  releaseOrders: (ledger) => {
    for (const endToEndId of ["E1", "E2"]) {
      must(ledger, citizen, "redeem", { from: mine, amount: passedAmount / 2, endToEndId });
    }
    return { by: finance, input: { endToEndIds: ["E1", "E2"] } };
  },
};

/** The code for the command as it would be executed, signed with a key of this scheme. */
function judge(ledger: TestLedger, { by, input }: { by: Person; input: object }, verb: string, scheme: number): string {
  const { state, timeMs, height } = ledger;
  const key = state.table(keyTable).find(by.account);
  if (key === undefined) throw new Error(`${by.account} has no key`);
  state.table(keyTable).set(by.account, { ...key, scheme });
  const held = findActor(state, by.account, timeMs) ?? { organisation: "", roles: [] };
  const actor = { ...held, account: by.account, keyId: by.account };
  const moment = { height: height + 1, timeMs };
  const chain = new Uint8Array(32);
  const answer = ledger.registry.commands
    .get(`treasury.${verb}`)
    ?.run({ state, actor, moment, chain, id: "00".repeat(32) }, input);
  if (answer === undefined) return "BODY_INVALID";
  return isRefusal(answer) ? answer.refused : "ok";
}

/**
 * Acts of who approves that let no money of the office go: what they move comes back, stays with its holder, waits for a
 * release, or is what the bank did already.
 */
const notJudged = [
  "cancelRedemption",
  "closeBankDay",
  "collectOffer",
  "createFund",
  "proposeSettlement",
  "redeem",
  "reportDifference",
  "returnExpired",
  "returnPayment",
  "settleDifference",
  "splitVoucher",
  "stopOffer",
];

it("every act of a finance supervisor or an approver is judged by the limit, or said not to be", () => {
  const approving = treasury.commands.filter(({ allow }) =>
    allow.some(({ role }) => role === "financeSupervisor" || role === "approver"),
  );
  const verbs = approving.map(({ name }) => name.slice("treasury.".length));
  expect([...Object.keys(approvals), ...notJudged].sort()).toEqual(verbs.sort());
});

describe.each(Object.keys(approvals))("%s", (verb) => {
  it.each([
    [passedAmount, "ed25519", "ok"],
    [passedAmount - 1, "ed25519", "PASSKEY_NEEDED"],
    [passedAmount - 1, "p256", "PASSKEY_NEEDED"],
    [passedAmount - 1, "webauthn-p256", "ok"],
  ] as const)("with a limit of %s signed by %s: %s", (amount, scheme, code) => {
    const ledger = refusalScene();
    const made = approvals[verb]?.(ledger);
    if (made === undefined) throw new Error(`nothing to approve by ${verb}`);
    limitTo(ledger, amount);
    expect(judge(ledger, made, verb, schemes[scheme])).toBe(code);
  });
});
