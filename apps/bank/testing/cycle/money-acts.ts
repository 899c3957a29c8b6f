import { batchModes } from "@mingbai/treasury/batch/layout";
import { why } from "@mingbai/treasury/testing/test-freezing";
import { accountOf, type Person } from "@mingbai/treasury/testing/test-ledger";
import {
  citizen2,
  fund,
  makeBatch,
  office,
  otherFund,
  people,
  propose,
  reference,
  street,
} from "@mingbai/treasury/testing/test-scene";
import type { Cycle } from "./test-cycle.ts";

const { citizen, supplier, finance, streetFinance, allRound, operator, regulator } = people;
/** Whose money somebody may move; the last asks for another's. */
const holders: readonly (readonly [Person, string])[] = [
  [citizen, citizen.account],
  [citizen, citizen.account],
  [supplier, supplier.account],
  [supplier, supplier.account],
  [streetFinance, street],
  [finance, office],
  [allRound, office],
  [citizen, supplier.account],
];
const payees = [citizen.account, supplier.account, citizen2, street, accountOf(0xdead)] as const;
const dayMs = 86_400_000;
const looksBack = 12;
const tranchesMax = 60;

/** What people do with money; much of it is refused, and what is accepted the model judges. */
export const moneyActs: Readonly<Record<string, (cycle: Cycle) => void>> = {
  pay(cycle) {
    const { who, from, amount } = draw(cycle);
    cycle.attempt(who, "pay", { from, payee: cycle.dice.pick(payees), amount, reference });
  },
  redeem(cycle) {
    const { who, from, amount } = draw(cycle);
    cycle.attempt(who, "redeem", { from, amount, endToEndId: cycle.fresh() });
  },
  release(cycle) {
    const endToEndIds = [...cycle.model.money.orders].slice(-looksBack).flatMap(([id, { state }]) => {
      return state === "locked" && cycle.dice.chance(2, 3) ? [id] : [];
    });
    if (endToEndIds.length === 0) return;
    cycle.attempt(cycle.dice.pick([finance, finance, finance, streetFinance]), "releaseOrders", { endToEndIds });
  },
  decline(cycle) {
    const orders = [...cycle.model.money.orders.keys()].slice(-looksBack);
    if (orders.length === 0) return;
    const endToEndId = cycle.dice.pick(orders);
    cycle.attempt(cycle.dice.pick([finance, finance, supplier]), "cancelRedemption", { endToEndId, reason: "AM05" });
  },
  allocate(cycle) {
    if (cycle.model.money.funds.length >= tranchesMax) return;
    const { from, amount } = draw(cycle, [[finance, office]]);
    const expiry = cycle.dice.chance(1, 2) ? { expiryMs: cycle.ledger.timeMs + (1 + cycle.dice.below(5)) * dayMs } : {};
    cycle.attempt(finance, "allocate", { from, to: street, amount, ...expiry });
  },
  giveBack(cycle) {
    const { who, from, amount } = draw(cycle);
    cycle.attempt(who, "returnPayment", { from, amount });
  },
  sendExpiredBack(cycle) {
    const { timeMs } = cycle.ledger;
    const expired = [...cycle.model.expiries].filter(([, expiryMs]) => expiryMs <= timeMs).map(([tranche]) => tranche);
    const { who, from, amount } = draw(cycle, holders, expired);
    cycle.attempt(cycle.dice.chance(1, 3) ? finance : who, "returnExpired", { from, amount });
  },
  freeze(cycle) {
    const { dice, model } = cycle;
    const account = dice.pick([citizen.account, supplier.account, street]);
    const tranche = 1 + dice.below(Math.max(1, model.money.funds.length));
    const target = dice.chance(1, 2) ? { kind: "tranche", tranche } : { kind: "account", account };
    const who = dice.pick([regulator, regulator, finance]);
    if (dice.chance(1, 4)) cycle.attempt(who, "governance.freeze", { target, ...why });
    else cycle.attempt(who, "governance.unfreeze", { target });
  },
  unfreezeAll(cycle) {
    for (const tranche of [...cycle.model.money.frozen]) {
      cycle.attempt(regulator, "governance.unfreeze", { target: { kind: "tranche", tranche } });
    }
    for (const account of [...cycle.model.frozenAccounts]) {
      cycle.attempt(regulator, "governance.unfreeze", { target: { kind: "account", account } });
    }
  },
  payList: (cycle) => payList(cycle, batchModes.toAccounts),
  creditList: (cycle) => payList(cycle, batchModes.directCredit),
  /** Seconds, now and then days: orders become due, tranches expire. */
  wait: ({ ledger, dice }) => ledger.wait(dice.chance(1, 6) ? dice.below(4) * dayMs : dice.below(90_000)),
};

/** Someone, a place where money of theirs may be, and an amount that often is there. */
function draw({ dice, model }: Cycle, whose = holders, among?: readonly number[]) {
  const [who, holder] = dice.pick(whose);
  const all = model.money.funds.map((_, at) => at + 1);
  const held = (among ?? all).filter((tranche) => model.money.get("free", holder, tranche) > 0n);
  const tranche = held.length > 0 && dice.chance(7, 8) ? dice.pick(held) : dice.pick(all);
  const belongs = model.money.funds[tranche - 1] ?? fund;
  const holds = Number(model.money.get("free", holder, tranche));
  const isSmall = dice.chance(3, 4);
  const amount = 1 + dice.below(isSmall ? Math.max(20, Math.ceil(holds / 40)) : Math.ceil(holds * 1.1) + 1);
  const of = dice.chance(1, 12) ? fund + otherFund - belongs : belongs;
  return { who, from: { holder, fund: of, tranche }, amount };
}

/** A list that two approved, sent; often sent again. */
function payList(cycle: Cycle, mode: (typeof batchModes)[keyof typeof batchModes]): void {
  const { dice, model, ledger } = cycle;
  const tranche = 1 + dice.below(model.money.funds.length);
  const of = model.money.funds[tranche - 1] ?? fund;
  const { frozen } = model.money;
  if (frozen.has(tranche) || (model.expiries.get(tranche) ?? Number.POSITIVE_INFINITY) <= ledger.timeMs) return;
  const lines = Array.from({ length: 1 + dice.below(9) }, () => ({
    payee: dice.pick(payees),
    amount: 1 + dice.below(dice.chance(1, 10) ? 200_000 : 2_000),
  }));
  const manifest = cycle.fresh().slice(1).padStart(64, "0");
  const batch = makeBatch(lines, { manifest, tranche, fund: of, mode });
  propose(ledger, [batch], { manifest, tranche, fund: of, approvals: dice.chance(1, 8) ? 1 : 2 });
  const { code } = ledger.runBatch(operator, batch.body);
  if (code === "ok" && ledger.runBatch(operator, batch.body).code === "ok") throw new Error("a list was paid twice");
}
