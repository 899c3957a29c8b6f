import { toHex } from "@mingbai/codec/hex";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Outcome } from "@mingbai/ledger/execute/outcome";
import { type Envelope, findPayments } from "@mingbai/ledger/transaction/envelope";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { readLines } from "@mingbai/treasury/batch/read-batch";
import { BookBankLines } from "@mingbai/treasury/schema";
import { MoneyModel } from "@mingbai/treasury/testing/money-model";
import type { ExecutedBlock } from "@mingbai/treasury/testing/test-ledger";
import { MatterHistory } from "@mingbai/treasury/testing/test-matter-history";
import { bookLine } from "./book-line.ts";
import type { BookedLine, CycleFacts, WaitingList } from "./cycle-facts.ts";
import { DayDifferences } from "./day-differences.ts";
import { moneyEvents } from "./money-events.ts";
import { OperatingShares } from "./operating-shares.ts";

/**
 * What the whole cycle has come to, told by accepted acts alone: bank lines are judged anew by the model's own rules,
 * moves of money are followed and must be such that the rules allow them. Throws on the first that is not.
 */
export class CycleModel implements CycleFacts {
  readonly money = new MoneyModel();
  readonly history = new MatterHistory();
  readonly shares = new OperatingShares();
  readonly differences = new DayDifferences();
  readonly expiries = new Map<number, number>();
  readonly frozenAccounts = new Set<string>();
  readonly lists = new Map<string, WaitingList>();
  readonly booked = new Map<string, BookedLine>();
  /** How often each command was accepted. */
  readonly accepted = new Map<string, number>();
  timeMs = 0;

  /** A block as it was executed. */
  readonly hear = ({ timeMs, executed, envelope }: ExecutedBlock): void => {
    this.timeMs = timeMs;
    for (const { outcome, place } of executed) {
      if (place === undefined) this.#hearLaw(outcome);
      else if (envelope !== undefined && outcome.refusal === undefined) this.#hear(envelope, outcome);
    }
  };

  /** What the ledger did without anybody's act: a freeze that nobody confirmed lapses. */
  #hearLaw({ events }: Outcome): void {
    for (const { type, data } of events) moneyEvents[type]?.(this, data);
  }

  #hear(envelope: Envelope, outcome: Outcome): void {
    const { command } = envelope.header;
    this.accepted.set(command, (this.accepted.get(command) ?? 0) + 1);
    this.history.tell(command.replace(/^treasury\./, ""), outcome.events);
    if (command === "treasury.bookBankLines") {
      const { lines } = BookBankLines.parse(JSON.parse(new TextDecoder().decode(envelope.body)));
      for (const line of lines) bookLine(this, line);
      return;
    }
    for (const event of outcome.events) this.#follow(event, envelope, outcome);
  }

  #follow({ type, data }: Event, envelope: Envelope, outcome: Outcome): void {
    if (type === "treasury.batchPaid") this.#payBatch(data, envelope, outcome);
    else moneyEvents[type]?.(this, data);
    this.differences.hear(type, data);
  }

  #payBatch(data: Event["data"], envelope: Envelope, { lineResults }: Outcome): void {
    const [payer, fund, tranche] = [String(data.payer), Number(data.fund), Number(data.tranche)];
    const lines = [...readLines(findPayments(envelope)?.lines ?? new Uint8Array())];
    const accepted = lines.map(({ amount }, line) => ((lineResults?.[line] ?? 0) === 0 ? amount : 0));
    const total = accepted.reduce((sum, amount) => sum + amount, 0);
    const taken = { holder: payer, fund, tranche, amount: BigInt(total) };
    this.requireTakeable(taken);
    if (data.mode === batchModes.directCredit) {
      this.money.lock(taken);
      this.lists.set(toHex(envelope.id), { payer, tranche, waiting: accepted });
      return;
    }
    for (const [line, { payee }] of lines.entries()) {
      this.money.move({ ...taken, amount: BigInt(accepted[line] ?? 0) }, payee);
    }
  }

  requireTakeable(
    taken: { holder: string; fund: number; tranche: number; amount: bigint },
    { expired = false }: { expired?: boolean } = {},
  ): void {
    const expiry = this.expiries.get(taken.tranche);
    const hasExpired = expiry !== undefined && expiry <= this.timeMs;
    if (hasExpired !== expired) throw new Error(`tranche ${taken.tranche}: expired ${hasExpired}`);
    if (!this.money.mayTake(taken)) throw new Error(`${taken.holder} had no such ${taken.amount} in ${taken.tranche}`);
    if (this.frozenAccounts.has(taken.holder)) throw new Error(`${taken.holder} is frozen`);
  }
}
