import type { ProjectionContext } from "@mingbai/read-model/projection";
import { batchModes } from "../batch/layout.ts";
import type { Act } from "./act.ts";
import { toSqlAccount } from "./sql-account.ts";

type Part = "free" | "locked" | "named";
type Sums = Record<Part, number> & { readonly fund: number };

/**
 * What a run of blocks changes of balances, written once. Says what the events' `apply` says, except for what lines of
 * batches bring to their receivers, which `treasury.balance` adds from the list.
 */
export class BalanceChanges {
  readonly #sums = new Map<string, Sums>();

  add(act: Act): void {
    movers[act.type]?.(act, (place, part, by) => this.#change({ ...place, fund: act.number("fund") }, part, by));
  }

  async write({ query }: ProjectionContext): Promise<void> {
    if (this.#sums.size === 0) return;
    const rows = [...this.#sums].map(([key, sums]) => [
      ...key.split(" "),
      sums.fund,
      sums.free,
      sums.locked,
      sums.named,
    ]);
    const columns = Array.from({ length: 6 }, (_, at) => rows.map((row) => row[at]));
    await query(upsert, columns);
  }

  #change({ account, tranche, fund }: Place & { fund: number }, part: Part, by: number): void {
    const key = `${account} ${tranche}`;
    const sums = this.#sums.get(key) ?? { fund, free: 0, locked: 0, named: 0 };
    sums[part] += by;
    this.#sums.set(key, sums);
  }
}

interface Place {
  readonly account: string;
  readonly tranche: number;
}
type Change = (place: Place, part: Part, by: number) => void;

const upsert = `insert into treasury.act_balance as old (account, tranche, fund, free, locked, named)
  select * from unnest($1::bigint[], $2::int[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[]) order by 1, 2
  on conflict (account, tranche) do update set free = old.free + excluded.free, locked = old.locked + excluded.locked,
    named = old.named + excluded.named`;

const movers: { readonly [type: string]: (act: Act, change: Change) => void } = {
  "treasury.minted": (act, change) => change(holderOf(act), "free", act.number("amount")),
  "treasury.allocated": moveAway,
  "treasury.paymentReturned": moveAway,
  "treasury.expiredReturned": moveAway,
  "treasury.offerOpened": moveAway,
  "treasury.offerStopped": moveAway,
  "treasury.offerTaken": (act, change) => {
    const tranche = act.number("tranche");
    change({ account: act.account("office"), tranche }, "free", -act.number("amount"));
    change({ account: act.account("holder"), tranche }, "free", act.number("amount"));
  },
  "treasury.spent": (act, change) => {
    change({ account: act.account("payer"), tranche: act.number("tranche") }, "free", -act.number("amount"));
    change({ account: act.account("merchant"), tranche: act.number("toTranche") }, "free", act.number("amount"));
  },
  "treasury.offerCollected": (act, change) => {
    const tranche = act.number("tranche");
    change(holderOf(act), "free", -act.number("untaken"));
    for (const taker of act.value("takers") as readonly { readonly account: string; readonly amount: number }[]) {
      change({ account: toSqlAccount(taker.account), tranche }, "free", -taker.amount);
    }
    change({ account: act.account("to"), tranche: act.number("toTranche") }, "free", act.number("amount"));
  },
  "treasury.paid": (act, change) => {
    const tranche = act.number("tranche");
    change({ account: act.account("payer"), tranche }, usedPart(act), -act.number("amount"));
    change({ account: act.account("payee"), tranche }, "free", act.number("amount"));
  },
  "treasury.batchPaid": (act, change) => {
    const payer = { account: act.account("payer"), tranche: act.number("tranche") };
    const total = act.number("acceptedTotal");
    change(payer, "free", -total);
    if (act.number("mode") === batchModes.directCredit) change(payer, "locked", total);
  },
  "treasury.batchSettled": (act, change) => {
    const payer = { account: act.account("payer"), tranche: act.number("tranche") };
    change(payer, "locked", -(act.number("paidTotal") + act.number("failedTotal")));
    change({ account: act.account("to"), tranche: act.number("toTranche") }, "free", act.number("failedTotal"));
  },
  "treasury.lineNamed": (act, change) => move(act, change, "free", "named"),
  "treasury.redemptionOrdered": (act, change) => {
    if (act.find("voucher") === null) move(act, change, "free", "locked");
  },
  "treasury.redemptionCancelled": (act, change) => {
    if (act.find("voucher") === null) move(act, change, "locked", "free");
  },
  "treasury.burned": (act, change) => {
    change(holderOf(act), act.find("voucher") === null ? "locked" : "named", -act.number("amount"));
  },
  "treasury.held": (act, change) => move(act, change, "free", "locked"),
  "treasury.holdReleased": (act, change) => move(act, change, "locked", "free"),
  "treasury.holdBurned": (act, change) => change(holderOf(act), "locked", -act.number("amount")),
  "treasury.receivedFromLedger": (act, change) => change(holderOf(act), "free", act.number("amount")),
  "treasury.payoutReturned": (act, change) => change(holderOf(act), "free", act.number("amount")),
};

function holderOf(act: Act): Place {
  return { account: act.account("holder"), tranche: act.number("tranche") };
}

function usedPart(act: Act): Part {
  return act.find("voucher") === null ? "free" : "named";
}

function move(act: Act, change: Change, from: Part, to: Part): void {
  change(holderOf(act), from, -act.number("amount"));
  change(holderOf(act), to, act.number("amount"));
}

function moveAway(act: Act, change: Change): void {
  change(holderOf(act), usedPart(act), -act.number("amount"));
  change({ account: act.account("to"), tranche: act.number("toTranche") }, "free", act.number("amount"));
}
