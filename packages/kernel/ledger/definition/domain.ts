import type { DoubleVote } from "../execute/block.ts";
import type { RefusalTable } from "../refusal.ts";
import type { State, StoreDefinition } from "../state/state.ts";
import type { StateStore } from "../state/store.ts";
import type { TableDefinition } from "../state/table.ts";
import type { Command } from "./command.ts";
import type { Event, EventDefinition, Moment } from "./event.ts";
import type { PaymentsHandler } from "./payments.ts";

/** What a domain brings to execution. Its projection and queries are named beside it, in the domain's index. */
export interface Domain {
  readonly name: string;
  readonly tables: readonly TableDefinition<object>[];
  readonly stores: readonly StoreDefinition<StateStore>[];
  readonly refusals: RefusalTable;
  readonly events: readonly EventDefinition[];
  readonly commands: readonly Command[];
  readonly payments?: PaymentsHandler;
  readonly deadlines?: Deadlines;
  /** What becomes of members that the engine of consensus has proved to have voted twice at one height. */
  doubleVotes?(state: State, proven: readonly DoubleVote[]): readonly Event[];
  /** Throws where the state breaks a law of the domain; asked after every block, so it must be cheap. */
  checkInvariants?(state: State): void;
}

/** Things that happen by themselves once block time reaches them. */
export interface Deadlines {
  /** The earliest pending deadline in ms since epoch, or undefined. */
  next(state: State): number | undefined;
  /** The events of everything due at this moment. */
  due(state: State, moment: Moment): readonly Event[];
}

/** Defines a domain; what it does not use may be left out. */
export function defineDomain(parts: Partial<Domain> & Pick<Domain, "name">): Domain {
  return { tables: [], stores: [], refusals: {}, events: [], commands: [], ...parts };
}
