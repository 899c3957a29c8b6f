import { fromHex, toHex } from "@mingbai/codec/hex";
import type { RosterMember } from "@mingbai/governance/schema";
import { noteCharsMax } from "@mingbai/ledger/proofs/note";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { TieView } from "@mingbai/levels/views";
import type { ApprovedRoster } from "./use-approved-roster.ts";

/** A roster's note that holds, of another ledger. `text`: as it was opened. */
export interface ReadRoster {
  readonly text: string;
  readonly ledger: string;
  readonly epoch: number;
  readonly members: readonly RosterMember[];
}

/** What the form knows when a file is opened. `own`: this ledger. `change`: the tie whose roster is to be another one; absent where one is taken on. */
export interface Asking {
  readonly own: string;
  readonly known: readonly TieView[];
  readonly change: { readonly ledger: string; readonly approved: ApprovedRoster } | undefined;
}

/** Why a file gives no roster that could be proposed. `next`: the epoch that is wanted. */
export type RosterFileFault =
  | { readonly why: "tooLarge" | "notRoster" | "self" | "unsigned" | "otherLedger" }
  | { readonly why: "known"; readonly name: string; readonly ledger: string }
  | { readonly why: "laterEpoch"; readonly epoch: number }
  | { readonly why: "notNext"; readonly epoch: number; readonly approved: number; readonly next: number };

/**
 * The roster's note of another ledger, as any node of it has it at `/roster/<epoch>`, checked as the ledger will: whose it is, whether it
 * follows the one approved last, and every signature on it.
 */
export async function readRosterFile(
  file: Blob,
  { own, known, change }: Asking,
): Promise<ReadRoster | RosterFileFault> {
  if (file.size > noteCharsMax) return { why: "tooLarge" };
  const text = await file.text();
  const note = findRosterNote(text);
  if (note === undefined) return { why: "notRoster" };
  const ledger = toHex(note.chain);
  const { epoch, members } = note.roster;
  if (ledger === own) return { why: "self" };
  if (change !== undefined) {
    if (ledger !== change.ledger) return { why: "otherLedger" };
    const approved = change.approved.roster.epoch;
    if (epoch !== approved + 1) return { why: "notNext", epoch, approved, next: approved + 1 };
  } else {
    const tie = known.find((one) => one.ledger === ledger);
    if (tie !== undefined) return { why: "known", name: tie.name, ledger };
  }
  // Few ever open such a file: what verifies signatures is loaded by those who do.
  const [{ findRosterFault }, { verifyEd25519 }] = await Promise.all([
    import("@mingbai/ledger/proofs/follow-rosters"),
    import("@mingbai/ledger/proofs/verify-ed25519"),
  ]);
  const before = change && { ...change.approved, chain: fromHex(ledger) };
  if (findRosterFault(note, before, verifyEd25519) !== undefined) {
    return change === undefined && epoch > 0 ? { why: "laterEpoch", epoch } : { why: "unsigned" };
  }
  return { text, ledger, epoch, members };
}
