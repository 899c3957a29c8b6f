import type { random } from "@mingbai/testkit/random";
import type { ModelOffer, MoneyModel } from "./money-model.ts";
import type { Person, TestLedger } from "./test-ledger.ts";
import { dayMs, freshReference, neighbour, otherShop, shop, wanted } from "./test-offers.ts";
import { citizen2, must, office, people } from "./test-scene.ts";

const { approver, citizen, finance, manager } = people;
const takers = [citizen, neighbour] as const;
const hourMs = 3_600_000;
const zoneMs = 8 * hourMs;
/** Offers of one run: each is a tranche. */
const offersMax = 30;

interface Exploring {
  readonly ledger: TestLedger;
  readonly model: MoneyModel;
  readonly source: ReturnType<typeof random>;
  readonly expectCode: (code: string, isExpected: boolean, what: string) => void;
}

/** Random acts around offers, on the ledger and in the model, each expected to go as the model says. */
export function offerActs({ ledger, model, source, expectCode }: Exploring): Record<string, () => void> {
  const dayNow = () => Math.floor((ledger.timeMs + zoneMs) / dayMs);
  const isOver = ({ untilMs }: ModelOffer) => ledger.timeMs >= untilMs;
  const isFrozen = (...tranches: number[]) => tranches.some((tranche) => model.frozen.has(tranche));
  const pick = (): ModelOffer | undefined => {
    const some = [...model.offers.values()].slice(-4);
    return some.length === 0 ? undefined : source.pick(some);
  };

  return {
    offer() {
      if (model.offers.size >= offersMax || !source.chance(1, 6)) return;
      const tranche = 1 + source.below(model.funds.length);
      const fund = model.funds[tranche - 1] ?? 0;
      const each = 1 + source.below(2_000);
      const count = 1 + source.below(3);
      const perDay = 1 + source.below(1_000);
      const untilMs = ledger.timeMs + (1 + source.below(72)) * hourMs;
      const input = { ...wanted, from: { holder: office, fund, tranche }, each, count, perDay, untilMs };
      const total = { holder: office, fund, tranche, amount: BigInt(each * count) };
      const may = model.mayTake(total);
      const { code, id } = ledger.run(manager, "proposeOffer", { ...input, fromMs: ledger.timeMs });
      expectCode(code, may, "proposeOffer");
      if (!may) return;
      for (const who of [finance, approver]) must(ledger, who, "approveOffer", { offer: id });
      model.funds.push(fund);
      const own = model.funds.length;
      model.carry(total, { account: office, tranche: own });
      const amounts = { each: BigInt(each), count, perDay: BigInt(perDay) };
      model.offers.set(own, {
        id,
        tranche: own,
        source: tranche,
        ...amounts,
        untilMs,
        takers: new Map(),
        isStopped: false,
      });
    },
    take() {
      const offer = pick();
      if (offer === undefined) return;
      const who = source.pick(takers);
      const { id, tranche, each } = offer;
      const isLeft = offer.takers.size < offer.count && !offer.takers.has(who.account);
      const may = isLeft && !offer.isStopped && !isOver(offer) && !isFrozen(tranche);
      expectCode(ledger.run(who, "takeOffer", { offer: id }).code, may, "takeOffer");
      if (!may) return;
      model.carry({ holder: office, tranche, amount: each }, { account: who.account, tranche });
      offer.takers.set(who.account, new Map());
    },
    spend() {
      const offer = pick();
      if (offer === undefined) return;
      const who: Person = source.pick(takers);
      const { id, tranche, source: home } = offer;
      const merchant = source.pick([shop, shop, otherShop, citizen2]);
      const amount = BigInt(1 + source.below(600));
      const input = { offer: id, merchant, amount: Number(amount), reference: freshReference() };
      const day = dayNow();
      const days = offer.takers.get(who.account);
      const spent = days?.get(day) ?? 0n;
      const isWithin = spent + amount <= offer.perDay && amount <= model.get("free", who.account, tranche);
      const may = days !== undefined && !isOver(offer) && !isFrozen(tranche, home) && merchant !== citizen2 && isWithin;
      expectCode(ledger.run(who, "spend", input).code, may, "spend");
      if (!may) return;
      expectCode(ledger.run(who, "spend", input).code, false, "the purchase again");
      model.carry({ holder: who.account, tranche, amount }, { account: merchant, tranche: home });
      days.set(day, spent + amount);
    },
    stop() {
      const offer = pick();
      if (offer === undefined || !source.chance(1, 4)) return;
      const { id, tranche, source: home } = offer;
      const may = !offer.isStopped && !isOver(offer) && !isFrozen(tranche, home);
      expectCode(ledger.run(manager, "stopOffer", { offer: id }).code, may, "stopOffer");
      if (!may) return;
      model.carry(
        { holder: office, tranche, amount: model.get("free", office, tranche) },
        { account: office, tranche: home },
      );
      offer.isStopped = true;
    },
    timePasses() {
      if (source.chance(1, 3)) ledger.wait(1 + source.below(12 * hourMs));
    },
    collect() {
      const offer = pick();
      if (offer === undefined) return;
      const { id, tranche, source: home } = offer;
      const from = [...offer.takers.keys()].filter(() => source.chance(1, 2));
      const left = from.map((account) => ({ account, amount: model.get("free", account, tranche) }));
      const untaken = model.get("free", office, tranche);
      const sum = left.reduce((all, { amount }) => all + amount, untaken);
      const may = isOver(offer) && !isFrozen(tranche, home) && sum > 0n;
      expectCode(ledger.run(manager, "collectOffer", { offer: id, takers: from }).code, may, "collectOffer");
      if (!may) return;
      for (const { account, amount } of [...left, { account: office, amount: untaken }]) {
        model.carry({ holder: account, tranche, amount }, { account: office, tranche: home });
        if (amount > 0n) offer.takers.delete(account);
      }
    },
  };
}
