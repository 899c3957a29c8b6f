import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { sceneNodes } from "@mingbai/testkit/ledger-scene/scene-nodes";
import type { Random } from "@mingbai/testkit/random";
import { recount } from "@mingbai/treasury/laws/invariants";
import { findHold, readFundTotals } from "@mingbai/treasury/reads";
import { newestTree } from "../laws/get-tie.ts";
import { recountLevels } from "../laws/invariants.ts";
import { transferTable } from "../tables.ts";
import type { Answer, LevelLedger } from "./test-ledger.ts";
import { book, countyFund, deposit, foundLedger, fund, join, office, people, posting, tieOf } from "./test-scene.ts";

interface Message {
  readonly to: LevelLedger;
  readonly command: string;
  readonly input: CanonicalObject;
}

const amountMax = 40_000;
const payees = [office, office, office, people.citizen.account, "00000000000000ff"];

/**
 * A city and two counties with a relay that loses, repeats, reorders and forges. After every act all money of all
 * ledgers is counted: what is under way and was accepted counts once.
 */
export class ExploredTree {
  readonly city: LevelLedger;
  readonly counties: readonly LevelLedger[];
  readonly seen = { sent: 0, accepted: 0, refused: 0, settled: 0, frozen: 0, reasons: new Set<string>() };
  readonly #random: Random;
  readonly #outcomes = new Map<string, string>();
  readonly #messages: Message[] = [];

  private constructor(random: Random, parts: { city: LevelLedger; counties: readonly LevelLedger[] }) {
    this.#random = random;
    this.city = parts.city;
    this.counties = parts.counties;
  }

  static async found(random: Random): Promise<ExploredTree> {
    const city = foundLedger("city", { nodes: sceneNodes(4) });
    const counties = [
      foundLedger("county", { fundNumber: countyFund }),
      foundLedger("second", { fundNumber: countyFund, nodes: sceneNodes(4) }),
    ];
    book(city);
    for (const county of counties) await join(city, county);
    return new ExploredTree(random, { city, counties });
  }

  /** One act of somebody, drawn. */
  async act(): Promise<void> {
    const { below, pick } = this.#random;
    const county = pick(this.counties);
    const [from, to] = below(2) === 0 ? [this.city, county] : [county, this.city];
    from.timeMs += below(4) === 0 ? below(4_000) : 0;
    const kind = below(20);
    if (kind < 5) this.#send(from, to);
    else if (kind < 10) await this.#post(from, to);
    else if (kind < 13) this.#deliver(from, to, { command: "levels.receiveTransfer", type: "levels.transferSent" });
    else if (kind < 16) this.#deliver(from, to, { command: "levels.settleTransfer", type: "levels.transferDecided" });
    else if (kind < 18) this.#replay();
    else this.#forge();
    this.#check();
  }

  /** Everything that is under way gets its answer. */
  async heal(): Promise<void> {
    for (const county of this.counties) {
      for (let round = 0; round < 2; round++) {
        for (const [from, to] of [
          [this.city, county],
          [county, this.city],
        ] as const) {
          await this.#post(from, to, from.hashes.size);
          for (const index of from.indexesOf("levels.transferSent"))
            this.#tell(to, "levels.receiveTransfer", from.prove(index));
        }
        for (const [from, to] of [
          [this.city, county],
          [county, this.city],
        ] as const) {
          await this.#post(from, to, from.hashes.size);
          for (const index of from.indexesOf("levels.transferDecided"))
            this.#tell(to, "levels.settleTransfer", from.prove(index));
        }
      }
    }
    this.#check();
  }

  /** The second county's quorum signs two histories; the city sees both. */
  async splitSecond(): Promise<Answer> {
    const [, second = this.city] = this.counties;
    const twin = second.fork();
    twin.run(people.node, "levels.stateTotals", {});
    second.run(people.finance, "levels.stateTotals", {});
    await this.#post(second, this.city, second.hashes.size);
    const input = {
      ledger: second.id,
      note: await twin.note(),
      from: newestTree(tieOf(this.city, second)).size,
      proof: [],
    };
    const answer = this.city.run(people.citizen, "levels.postCheckpoint", input);
    this.#check();
    return answer;
  }

  /** What the city answers to one who sends money to the second county. */
  sendToSecond(): string {
    const [, second = this.city] = this.counties;
    return this.#send(this.city, second);
  }

  get underWay(): number {
    return [this.city, ...this.counties].reduce((all, { state }) => all + state.table(transferTable).size, 0);
  }

  #send(from: LevelLedger, to: LevelLedger): string {
    const { below, pick } = this.#random;
    const isDown = from === this.city;
    const input = {
      ledger: to.id,
      holder: office,
      fund: isDown ? fund : countyFund,
      tranche: 1,
      amount: 1 + below(amountMax),
      payee: pick(payees),
      deadlineMs: from.timeMs + 1 + below(200_000),
      purpose: "9a".repeat(32),
    };
    const { code } = from.run(people.finance, "levels.sendTransfer", input);
    if (code === "ok") this.seen.sent++;
    else this.seen.reasons.add(code);
    return code;
  }

  async #post(from: LevelLedger, to: LevelLedger, given?: number): Promise<void> {
    const size = given ?? from.hashes.size - this.#random.below(3);
    this.#tell(to, "levels.postCheckpoint", await posting(from, to, size));
  }

  #deliver(from: LevelLedger, to: LevelLedger, what: { command: string; type: string }): void {
    const indexes = from.indexesOf(what.type);
    if (indexes.length === 0) return;
    const trees = tieOf(to, from).trees.filter(({ size }) => size > 0);
    if (trees.length === 0) return;
    const index = this.#random.below(3) === 0 ? this.#random.pick(indexes) : this.#nextIndex(from, to, indexes);
    const { size } = this.#random.pick(trees.slice(-3));
    if (index < size) this.#tell(to, what.command, from.prove(index, size));
  }

  /** What a diligent relay would carry next. */
  #nextIndex(from: LevelLedger, to: LevelLedger, indexes: readonly number[]): number {
    const next = tieOf(to, from).receiveNext;
    return indexes[Math.min(next - 1, indexes.length - 1)] ?? 0;
  }

  #replay(): void {
    const old = this.#messages.length === 0 ? undefined : this.#random.pick(this.#messages);
    if (old !== undefined) this.#tell(old.to, old.command, old.input);
  }

  /** A message with one digit of one of its fields changed, or given to another ledger. */
  #forge(): void {
    const { below, pick } = this.#random;
    if (this.#messages.length === 0) return;
    const { to, command, input } = pick(this.#messages);
    const names = Object.keys(input).filter((name) => typeof input[name] === "string");
    const name = pick(names);
    const text = String(input[name]);
    const at = below(text.length);
    const digit = text[at] === "0" ? "1" : "0";
    const forged = { ...input, [name]: `${text.slice(0, at)}${digit}${text.slice(at + 1)}` };
    this.#tell(below(4) === 0 ? pick([this.city, ...this.counties]) : to, command, forged, true);
  }

  #tell(to: LevelLedger, command: string, input: CanonicalObject, isForged = false): void {
    const answer = to.run(people.citizen, command, input);
    if (!isForged && command !== "levels.postCheckpoint") this.#messages.push({ to, command, input });
    if (answer.code !== "ok") this.seen.reasons.add(answer.code);
    for (const { type, data } of answer.events) {
      if (type === "levels.transferDecided") this.#decide(String(data.transfer), String(data.outcome));
      if (type === "levels.transferSettled") this.seen.settled++;
      if (type === "levels.tieFrozen") this.seen.frozen++;
    }
  }

  #decide(transfer: string, outcome: string): void {
    if (this.#outcomes.has(transfer)) throw new Error(`transfer ${transfer} has two outcomes`);
    this.#outcomes.set(transfer, outcome);
    if (outcome === "accepted") this.seen.accepted++;
    else this.seen.refused++;
  }

  #check(): void {
    let all = 0;
    for (const { state } of [this.city, ...this.counties]) {
      recountLevels(state);
      all += readFundTotals(state, state === this.city.state ? fund : countyFund).outstanding;
      for (const [transfer] of state.table(transferTable).entries()) {
        if (this.#outcomes.get(transfer) === "accepted") all -= findHold(state, transfer)?.amount ?? 0;
      }
    }
    if (all !== deposit) throw new Error(`${all} over all ledgers, and the bank has ${deposit}`);
  }

  /** Counts the treasuries again from their columns: too slow after each act. */
  recount(): void {
    for (const { state } of [this.city, ...this.counties]) recount(state);
  }
}
