import { random } from "@mingbai/testkit/random";
import { expect } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { recount } from "../laws/invariants.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { readBalance, readEquation } from "../reads.ts";
import { MoneyModel, type Taken } from "./money-model.ts";
import { offerActs } from "./test-explore-offers.ts";
import { freezeForGood, lift } from "./test-freezing.ts";
import { accountOf, type TestLedger } from "./test-ledger.ts";
import { neighbour, offerScene } from "./test-offers.ts";
import {
  bankAccount,
  bankLine,
  citizen2,
  firstDeposit,
  fund,
  makeBatch,
  must,
  office,
  otherFund,
  people,
  propose,
  reference,
  type testScene,
} from "./test-scene.ts";

const { citizen, supplier, bank, operator } = people;
const holders = [citizen, supplier] as const;
const payees = [citizen.account, supplier.account, citizen2, accountOf(0xdead)] as const;
const isOpen = (account: string) => account !== accountOf(0xdead);

/** Does random things to a new scene's ledger and to the model, and compares what both say. */
export function exploreMoney(
  { seed, steps }: { seed: number; steps: number },
  options: Parameters<typeof testScene>[0] = {},
): TestLedger {
  const source = random(seed);
  const ledger = offerScene(options);
  const model = new MoneyModel();
  let named = 0;
  const fresh = () => `n${++named}`;
  model.deposit(fund, office, BigInt(firstDeposit));
  model.deposit(otherFund, office, 500_000n);

  const expectCode = (code: string, isExpected: boolean, what: string) => {
    expect(code === "ok", `seed ${seed}, ${what}: ${code}`).toBe(isExpected);
  };
  const draw = (holder: string): Taken => {
    const tranche = 1 + source.below(model.funds.length + 1);
    const belongs = model.funds[tranche - 1] ?? fund;
    const holds = Number(model.get("free", holder, tranche));
    const amount = BigInt(1 + source.below(Math.max(20, Math.ceil(holds * 1.2))));
    return { holder, fund: source.chance(1, 10) ? 3 - belongs : belongs, tranche, amount };
  };
  const fromOf = ({ holder, fund: of, tranche }: Taken) => ({ holder, fund: of, tranche });

  const acts: Record<string, () => void> = {
    ...offerActs({ ledger, model, source, expectCode }),
    deposit() {
      if (model.funds.length > 40) return;
      const amount = 1 + source.below(1_000_000);
      const into = source.pick([fund, otherFund]);
      const line = { ...bankLine(fresh(), amount), kind: "deposit", fund: into };
      must(ledger, bank, "bookBankLines", { bankAccount, lines: [line] });
      model.deposit(into, office, BigInt(amount));
    },
    pay() {
      const who = source.pick(holders);
      const taken = draw(who.account);
      const payee = source.pick(payees);
      const input = { from: fromOf(taken), payee, amount: Number(taken.amount), reference };
      const mayPay = model.mayTake(taken) && payee !== who.account && isOpen(payee);
      expectCode(ledger.run(who, "pay", input).code, mayPay, "pay");
      if (mayPay) model.move(taken, payee);
    },
    redeem() {
      const who = source.pick(holders);
      const taken = draw(who.account);
      const endToEndId = fresh();
      const input = { from: fromOf(taken), amount: Number(taken.amount), endToEndId };
      const may = model.mayTake(taken);
      expectCode(ledger.run(who, "redeem", input).code, may, "redeem");
      if (!may) return;
      model.lock(taken);
      model.orders.set(endToEndId, { ...taken, state: "locked", suspended: 0n, isEarly: false });
    },
    release() {
      if (model.orders.size === 0) return;
      const [endToEndId, order] = source.pick([...model.orders].slice(-20));
      const who = source.pick([people.finance, people.streetFinance]);
      const may = order.state === "locked" && !model.frozen.has(order.tranche) && who === people.finance;
      expectCode(ledger.run(who, "releaseOrders", { endToEndIds: [endToEndId] }).code, may, "release");
      if (may) model.release(order);
    },
    decline() {
      if (model.orders.size === 0) return;
      const [endToEndId, order] = source.pick([...model.orders].slice(-20));
      const may = order.state === "locked" && order.suspended === 0n;
      const { code } = ledger.run(people.finance, "cancelRedemption", { endToEndId, reason: "AM05" });
      expectCode(code, may, "decline");
      if (may) model.cancel(order);
    },
    /** The bank says anything of any order; every payment that it names is booked, and only what fits burns. */
    bankAnswer() {
      if (model.orders.size === 0) return;
      const [endToEndId, order] = source.pick([...model.orders].slice(-20));
      if (source.chance(1, 4)) {
        const may = (order.state === "locked" || order.state === "released") && order.suspended === 0n;
        expectCode(ledger.run(bank, "cancelRedemption", { endToEndId, reason: "AC01" }).code, may, "cancel");
        if (may) model.cancel(order);
        return;
      }
      const lines = Array.from({ length: 1 + source.below(3) }, () => ({
        ...bankLine(fresh(), Number(order.amount) + (source.chance(1, 8) ? 1 : 0)),
        kind: source.pick(["payout", "payout", "returnedPayout"] as const),
        endToEndId: source.chance(1, 20) ? "nobody's" : endToEndId,
      }));
      must(ledger, bank, "bookBankLines", { bankAccount, lines });
      for (const line of lines) {
        const named = line.endToEndId === endToEndId ? order : undefined;
        if (line.kind === "payout") model.payOut(named, BigInt(line.amount));
        else model.bringBack(named, BigInt(line.amount));
      }
    },
    freeze() {
      const tranche = 1 + source.below(model.funds.length);
      const isFrozen = model.frozen.has(tranche);
      if (!isFrozen && !source.chance(1, 3)) return;
      (isFrozen ? lift : freezeForGood)(ledger, { kind: "tranche", tranche });
      if (isFrozen) model.frozen.delete(tranche);
      else model.frozen.add(tranche);
    },
    batch() {
      const tranche = 1 + source.below(model.funds.length);
      if (model.frozen.has(tranche) || model.offers.has(tranche)) return;
      const of = model.funds[tranche - 1] ?? 0;
      const dues = Array.from({ length: 1 + source.below(12) }, () => ({
        payee: source.pick(payees),
        amount: 1 + source.below(source.chance(1, 10) ? 200_000 : 2_000),
      }));
      const mode = source.pick([batchModes.toAccounts, batchModes.directCredit]);
      const manifest = (++named).toString(16).padStart(64, "0");
      const batch = makeBatch(dues, { manifest, tranche, fund: of, mode });
      propose(ledger, [batch], { manifest, tranche, fund: of });
      const may = model.get("free", office, tranche) >= BigInt(batch.total);
      const { code, id } = ledger.runBatch(operator, batch.body);
      expectCode(code, may, "batch");
      if (!may) return;
      expectCode(ledger.runBatch(operator, batch.body).code, false, "the batch again");
      const accepted = dues.map(({ payee, amount }) => (isOpen(payee) ? amount : 0));
      if (mode === batchModes.directCredit) return settle({ id, tranche, of, accepted });
      for (const { payee, amount } of dues) {
        if (isOpen(payee)) model.move({ holder: office, fund: of, tranche, amount: BigInt(amount) }, payee);
      }
    },
  };

  function settle({
    id,
    tranche,
    of,
    accepted,
  }: {
    id: string;
    tranche: number;
    of: number;
    accepted: number[];
  }): void {
    const open = accepted.flatMap((amount, line) => (amount > 0 ? [line] : []));
    if (open.length === 0) return;
    const failed = open.filter(() => source.chance(1, 4)).map((line) => ({ line, reason: "AC04" }));
    const paid = open.filter((line) => !failed.some((one) => one.line === line));
    const result = { batch: id, bankAccount, reference: fresh(), valueDay: "2027-01-16", paid: "rest", failed };
    must(ledger, bank, "settleBatch", result);
    const again = { ...result, reference: fresh() };
    expectCode(ledger.run(bank, "settleBatch", again).code, false, "the settlement again");
    const total = paid.reduce((sum, line) => sum + BigInt(accepted[line] ?? 0), 0n);
    model.add("free", { account: office, tranche, by: -total });
    model.bank(of, -total);
  }

  const compare = () => {
    for (const account of [office, neighbour.account, ...payees.filter(isOpen)]) {
      model.funds.forEach((_, at) => {
        const said = readBalance(ledger.state, { account, tranche: at + 1 });
        const free = Number(model.get("free", account, at + 1));
        const locked = Number(model.get("locked", account, at + 1));
        expect(said, `seed ${seed}, ${account} in tranche ${at + 1}`).toEqual({ free, locked });
      });
    }
    for (const of of [fund, otherFund]) {
      expect(BigInt(ledger.state.store(moneyStore).outstandingOf(of))).toBe(model.outstanding(of));
      expect(model.outstanding(of)).toBe(model.atBank.get(of));
    }
    expect(BigInt(readEquation(ledger.state).suspense)).toBe(model.suspense);
    recount(ledger.state);
  };

  const money = ["pay", "pay", "pay", "batch", "freeze", "deposit"];
  const orders = ["redeem", "redeem", "release", "release", "decline", "bankAnswer", "bankAnswer"];
  const offers = ["offer", "take", "spend", "spend", "spend", "stop", "timePasses", "collect"];
  const names = [...money, ...orders, ...offers];
  for (let step = 1; step <= steps; step++) {
    acts[source.pick(names)]?.();
    if (step % 500 === 0) compare();
  }
  compare();
  return ledger;
}
