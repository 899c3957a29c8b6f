import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type Random, random } from "@mingbai/testkit/random";
import type { Person, TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { matterActs } from "@mingbai/treasury/testing/test-matter-acts";
import { testScene } from "@mingbai/treasury/testing/test-scene";
import type { Ledger } from "../../ledger/ledger-link.ts";
import type { BankClock } from "../../work/bank-clock.ts";
import { TestBooks } from "../test-bank.ts";
import { type Break, testLedgerLink } from "../test-ledger-link.ts";
import { CycleModel } from "./cycle-model.ts";

/** One district with its ledger, its bank and the model that hears what is accepted. */
export class Cycle {
  readonly model = new CycleModel();
  readonly ledger: TestLedger;
  readonly bank: TestBooks;
  readonly clock: BankClock;
  readonly link: Ledger;
  /** The same without breaks. */
  readonly healthy: Ledger;
  readonly matters: ReturnType<typeof matterActs>;
  /** Lines that were booked before the bank's books began: they stand in its opening balance. */
  readonly before: ReadonlySet<string>;
  /** Files that were sent to the bank, to be sent again. */
  readonly files: Uint8Array[] = [];
  /** How often the bank was asked to pay one order twice: only then may it. */
  doublesAsked = 0;
  /** How often the bank was asked to tell the ledger of a deposit wrongly. */
  mistoldAsked = 0;
  /** What the next draws come from: each act has its own, so that leaving one out leaves the others as they were. */
  dice: Random = random(0);
  #named = 0;

  constructor(folder: string) {
    const { hear } = this.model;
    this.ledger = testScene({ onBlock: hear });
    this.before = new Set(this.model.booked.keys());
    this.bank = new TestBooks(folder);
    const nowMs = () => this.ledger.timeMs;
    this.clock = { nowMs, today: () => new Date(nowMs()).toISOString().slice(0, 10) };
    const breaks = (): Break => (this.dice.chance(1, 8) ? this.dice.pick(["before", "after"]) : "none");
    const accountOf = (line: number) => (line % 7 === 6 ? null : `6217${line}`);
    this.link = testLedgerLink(this.ledger, breaks, accountOf);
    this.healthy = testLedgerLink(this.ledger, () => "none", accountOf);
    const draws: Random = {
      seed: 0,
      below: (limit) => this.dice.below(limit),
      chance: (part, whole) => this.dice.chance(part, whole),
      pick: (items) => this.dice.pick(items),
      bytes: (length) => this.dice.bytes(length),
    };
    const attempt = (who: Person, verb: string, input: CanonicalObject) => void this.attempt(who, verb, input);
    const countTranches = () => this.model.money.funds.length;
    this.matters = matterActs({ source: draws, history: this.model.history, attempt, countTranches });
  }

  attempt(who: Person, verb: string, input: CanonicalObject): string {
    return this.ledger.run(who, verb, input).code;
  }

  /** A name that nothing has had. */
  fresh(): string {
    return `n${++this.#named}`;
  }
}
