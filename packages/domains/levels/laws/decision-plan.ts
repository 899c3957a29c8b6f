import { toHex } from "@mingbai/codec/hex";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { canonicalRoster } from "@mingbai/ledger/genesis/roster";
import { findRosterFault } from "@mingbai/ledger/proofs/follow-rosters";
import { findRosterNote, type RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { findFund } from "@mingbai/treasury/reads";
import { tieClosed, tieFundsSet, tieJoined, tieRosterSet } from "../events/ties.ts";
import { refuse } from "../refusals.ts";
import { type Decision, type FundPair, tiesMax } from "../schema.ts";
import { type TieRow, tieTable } from "../tables.ts";
import { getTie } from "./get-tie.ts";

/** What follows once enough have agreed, with the ledger that it is about; or why it cannot. */
export interface Plan {
  readonly ledger: string;
  readonly events: readonly Event[];
}
type Asking = Pick<CommandContext, "state" | "chain">;

/** Asked when it is proposed, and again when it is taken. */
export function planOf(context: Asking, decision: Decision): Plan | Refusal {
  return decision.kind === "join" ? planJoin(context, decision) : planChange(context.state, decision);
}

function planJoin({ state, chain }: Asking, decision: Extract<Decision, { kind: "join" }>): Plan | Refusal {
  const { as, name, funds } = decision;
  const note = readRoster(decision.roster, undefined);
  if (isRefusal(note)) return note;
  const ledger = toHex(note.chain);
  if (ledger === toHex(chain)) return refuse("TIE_IS_SELF");
  const known = state.table(tieTable).find(ledger);
  if (known !== undefined) return refuse("TIE_KNOWN", { ledger, as: known.as });
  if (state.table(tieTable).size >= tiesMax) return refuse("TIES_FULL", { max: tiesMax });
  const parent = as === "parent" ? findParent(state) : undefined;
  if (parent !== undefined) return refuse("PARENT_EXISTS", { name: parent.row.name });
  const refusal = findFundsRefusal(state, funds);
  return refusal ?? { ledger, events: [tieJoined({ ledger, as, name, funds, known: knownOf(note) })] };
}

function planChange(state: State, decision: Exclude<Decision, { kind: "join" }>): Plan | Refusal {
  const { ledger } = decision;
  const row = getTie(state, ledger);
  if (isRefusal(row)) return row;
  if (row.state === "closed") return refuse("TIE_CLOSED", { name: row.name });
  switch (decision.kind) {
    case "close":
      return { ledger, events: [tieClosed({ ledger })] };
    case "funds":
      return (
        findFundsRefusal(state, decision.funds) ?? { ledger, events: [tieFundsSet({ ledger, funds: decision.funds })] }
      );
    case "roster": {
      const note = readRoster(decision.roster, { ledger, row });
      return isRefusal(note) ? note : { ledger, events: [tieRosterSet({ ledger, known: knownOf(note) })] };
    }
  }
}

/** The tie upwards that is not closed. */
export function findParent(state: State): { ledger: string; row: TieRow } | undefined {
  const found = state
    .table(tieTable)
    .entries()
    .find(([, { as, state }]) => as === "parent" && state !== "closed");
  return found && { ledger: found[0], row: found[1] };
}

/** A roster's note that holds by itself, or that follows the one approved last. */
function readRoster(text: string, before: { ledger: string; row: TieRow } | undefined): RosterNote | Refusal {
  const note = findRosterNote(text);
  if (note === undefined) return refuse("ROSTER_NOTE_WRONG", { fault: "ROSTER_MALFORMED" });
  const last = before?.row.rosters.at(-1);
  // Of another chain it follows nothing: the name of the tie is the chain.
  const statement = last && { ...last, chain: before?.ledger === toHex(note.chain) ? note.chain : new Uint8Array(32) };
  const fault = findRosterFault(note, statement, verifyEd25519);
  return fault === undefined ? note : refuse("ROSTER_NOTE_WRONG", { fault });
}

function knownOf({ origin, fromSize, fromHeight, roster }: RosterNote) {
  return { origin, fromSize, fromHeight, roster: canonicalRoster(roster) };
}

function findFundsRefusal(state: State, funds: readonly FundPair[]): Refusal | undefined {
  const missing = funds.find(({ own }) => findFund(state, own) === undefined);
  return missing && refuse("FUND_NOT_HERE", { fund: missing.own });
}
