import type { Event } from "@mingbai/ledger/definition/event";

type Data = Event["data"];

interface OpenDifference {
  readonly name: { readonly bankAccount: string; readonly kind: string; readonly reference: string };
  readonly reportedBy: string;
  proposal: { readonly id: string; readonly by: string; readonly organisation: string } | undefined;
}

/** Differences of bank days that two people have not settled yet: while there is one, nothing is minted. */
export class DayDifferences {
  readonly #open = new Map<string, OpenDifference>();

  list(): readonly OpenDifference[] {
    return [...this.#open.values()];
  }

  hear(type: string, data: Data): void {
    const name = { bankAccount: String(data.bankAccount), kind: String(data.kind), reference: String(data.reference) };
    const key = Object.values(name).join("\n");
    if (type === "treasury.differenceReported") {
      this.#open.set(key, { name, reportedBy: String(data.reportedBy), proposal: undefined });
    } else if (type === "treasury.settlementProposed") {
      this.#get(key).proposal = { id: String(data.id), by: String(data.by), organisation: String(data.organisation) };
    } else if (type === "treasury.differenceSettled") {
      this.#settle(key, { by: String(data.settledBy), organisation: String(data.organisation) });
    }
  }

  #settle(key: string, second: { by: string; organisation: string }): void {
    const { proposal, reportedBy } = this.#get(key);
    const isOwn = proposal?.by === second.by || reportedBy === second.by;
    const isOneHouse = proposal?.organisation === second.organisation;
    if (proposal === undefined || isOwn || isOneHouse) throw new Error("one side alone settled a difference");
    this.#open.delete(key);
  }

  #get(key: string): OpenDifference {
    const found = this.#open.get(key);
    if (found === undefined) throw new Error("a difference that nobody reported");
    return found;
  }
}
