import type { Event } from "@mingbai/ledger/definition/event";
import type { Terms } from "@mingbai/workflow/schema";

interface Told {
  terms: Terms;
  version: number;
  stage: string;
  readonly entered: Set<string>;
  /** By version: who passed or was asked, and who paid. */
  readonly decided: Map<number, Set<string>>;
  payments: number;
}

/** What the events of accepted acts say, judged by rules that share nothing with the commands. Throws on a broken one. */
export class MatterHistory {
  readonly matters = new Map<string, Told>();
  payments = 0;

  /** One act: money and matter must agree in it. */
  tell(command: string, events: readonly Event[]): void {
    for (const { type, data } of events) {
      if (type === "workflow.matterSubmitted") this.#submitted(data);
      if (type === "workflow.matterMoved") this.#moved(data);
    }
    const money = events.filter(({ data, type }) => data.matter !== undefined && type.startsWith("treasury."));
    const disbursed = events.filter(({ type, data }) => type === "workflow.matterMoved" && data.stage === "disbursed");
    if (command === "disburse" && money.length !== disbursed.length) throw new Error("a matter without its money");
    if (command !== "disburse" && money.length > 0) throw new Error(`${command} moved money for a matter`);
    for (const { data } of money) this.#paid(data);
  }

  #submitted(data: Event["data"]): void {
    const [matter, version, by] = [String(data.matter), Number(data.version), String(data.by)];
    const before = this.matters.get(matter);
    if (version !== (before?.version ?? 0) + 1) throw new Error(`version ${version} does not follow`);
    if (before !== undefined && before.stage !== "returned") throw new Error("entered again, and was not returned");
    const told = before ?? { entered: new Set<string>(), decided: new Map(), payments: 0, stage: "" };
    this.matters.set(matter, Object.assign(told, { version, terms: data.terms as Terms }));
    told.entered.add(by);
  }

  #moved(data: Event["data"]): void {
    const told = this.#get(data.matter);
    const [stage, by] = [String(data.stage), String(data.by)];
    const decided = told.decided.get(told.version) ?? new Set();
    told.decided.set(told.version, decided);
    if (data.decides === true && told.entered.has(by)) throw new Error(`${by} decided on what they entered`);
    const isPaying = stage === "disbursed" && told.stage === "passed";
    if (isPaying && decided.has(by)) throw new Error(`${by} paid what they passed`);
    if (stage === "disbursed" && told.stage !== "passed" && told.stage !== "disputed") throw new Error(told.stage);
    if (stage === "confirmed" && decided.has(by)) throw new Error(`${by} confirmed what they decided on`);
    if (data.decides === true) decided.add(by);
    told.stage = stage;
  }

  #paid(data: Event["data"]): void {
    const told = this.#get(data.matter);
    const { payee, fund, amount } = told.terms;
    if (++told.payments > 1) throw new Error(`matter ${data.matter} was paid twice`);
    const isAsked = (data.payee ?? data.to) === payee && data.fund === fund && data.amount === amount;
    if (!isAsked || told.stage !== "disbursed") throw new Error("paid something else than was asked for");
    this.payments++;
  }

  #get(matter: unknown): Told {
    const told = this.matters.get(String(matter));
    if (told === undefined) throw new Error(`matter ${matter} was never entered`);
    return told;
  }
}
