/** What the members of a ledger bring about by vote: ties to other ledgers. The vote itself is governance's. */
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Event } from "@mingbai/ledger/definition/event";
import { canonicalRoster } from "@mingbai/ledger/genesis/roster";
import { findRosterFault } from "@mingbai/ledger/proofs/follow-rosters";
import { findRosterNote, type RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { findFund } from "@mingbai/treasury/reads";
import { tieClosed, tieFundsSet, tieJoined, tieRosterSet } from "./events/ties.ts";
import { findParent, getTie } from "./laws/get-tie.ts";
import { refuse } from "./refusals.ts";
import { type FundPair, type TieChange, tiesMax } from "./schema.ts";
import { type KnownRoster, tieTable } from "./tables.ts";

/** The state, and which ledger it is of. */
export interface Asking {
  readonly state: State;
  readonly chain: Uint8Array;
}

/** What a change of a tie brings about, or why it cannot be. Asked when it is proposed, and again when it is applied. */
export function judgeTieChange(asking: Asking, change: TieChange): readonly Event[] | Refusal {
  return change.kind === "join" ? judgeJoin(asking, change) : judgeLater(asking.state, change);
}

function judgeJoin(
  { state, chain }: Asking,
  { ledger, as, name, funds, roster }: Extract<TieChange, { kind: "join" }>,
): readonly Event[] | Refusal {
  const note = readRoster(roster, { ledger, last: undefined });
  if (isRefusal(note)) return note;
  if (ledger === toHex(chain)) return refuse("TIE_IS_SELF");
  const known = state.table(tieTable).find(ledger);
  if (known !== undefined) return refuse("TIE_KNOWN", { ledger, as: known.as });
  if (state.table(tieTable).size >= tiesMax) return refuse("TIES_FULL", { max: tiesMax });
  const parent = as === "parent" ? findParent(state) : undefined;
  if (parent !== undefined) return refuse("PARENT_EXISTS", { name: parent.row.name });
  const refusal = findFundsRefusal(state, funds);
  return refusal ?? [tieJoined({ ledger, as, name, funds, known: knownOf(note) })];
}

function judgeLater(state: State, change: Exclude<TieChange, { kind: "join" }>): readonly Event[] | Refusal {
  const { ledger } = change;
  const row = getTie(state, ledger);
  if (isRefusal(row)) return row;
  if (row.state === "closed") return refuse("TIE_CLOSED", { name: row.name });
  switch (change.kind) {
    case "close":
      return [tieClosed({ ledger })];
    case "funds":
      return findFundsRefusal(state, change.funds) ?? [tieFundsSet({ ledger, funds: change.funds })];
    case "roster": {
      const note = readRoster(change.roster, { ledger, last: row.rosters.at(-1) });
      return isRefusal(note) ? note : [tieRosterSet({ ledger, known: knownOf(note) })];
    }
  }
}

/** The note of a roster of this ledger that holds by itself, or that follows the one approved last. */
function readRoster(
  text: string,
  { ledger, last }: { ledger: string; last: KnownRoster | undefined },
): RosterNote | Refusal {
  const note = findRosterNote(text);
  if (note === undefined) return refuse("ROSTER_NOTE_WRONG", { fault: "ROSTER_MALFORMED" });
  if (ledger !== toHex(note.chain)) return refuse("ROSTER_OF_OTHER", { ledger: toHex(note.chain) });
  const fault = findRosterFault(note, last && { ...last, chain: fromHex(ledger) }, verifyEd25519);
  return fault === undefined ? note : refuse("ROSTER_NOTE_WRONG", { fault });
}

function knownOf({ origin, fromSize, fromHeight, roster }: RosterNote) {
  return { origin, fromSize, fromHeight, roster: canonicalRoster(roster) };
}

function findFundsRefusal(state: State, funds: readonly FundPair[]): Refusal | undefined {
  const missing = funds.find(({ own }) => findFund(state, own) === undefined);
  return missing && refuse("FUND_NOT_HERE", { fund: missing.own });
}
