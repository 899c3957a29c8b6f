import { equalBytes } from "@mingbai/codec/bytes";
import type { Leaf } from "@mingbai/ledger/execute/leaf";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { followRosters, type RosterFault, type RosterVerdict } from "@mingbai/ledger/proofs/follow-rosters";
import { findVkey, type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import type { RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import type { ProofPolicy } from "@mingbai/ledger/proofs/verify-proof";

/**
 * Whom the verifier trusts: verifier keys (C2SP vkeys) got from outside, and how many cosigners there must be. A key is
 * the log's own, a cosigner's, or an organisation's, from which the rosters in the receipt lead to those who must have signed.
 */
export interface ReceiptTrust {
  readonly pinnedKeys: readonly string[];
  readonly cosignersMin?: number;
}

export type TrustFault = RosterFault | "ROSTER_NOT_OF_LEAF" | "ROSTERS_MISSING";

/** Who may sign this receipt's checkpoint, or why its rosters do not say so. */
export function findPolicy(
  trust: ReceiptTrust,
  { rosters, leaf }: { readonly rosters: readonly string[]; readonly leaf: Leaf },
): ProofPolicy | TrustFault {
  const { logKeys, cosignerKeys, mustFollow } = keysOf(trust);
  const { cosignersMin = 0 } = trust;
  const policy = { origin: logKeys[0]?.name ?? "", logKeys, cosignerKeys, cosignersMin };
  if (rosters.length === 0) return mustFollow ? "ROSTERS_MISSING" : policy;
  const followed = follow(trust, rosters);
  if (followed.fault !== undefined) return followed.fault;
  const { notes, trusted, last } = followed;
  if (!isOfLeaf(notes, leaf)) return "ROSTER_NOT_OF_LEAF";
  return mustFollow ? { ...policy, origin: last.origin, rosters: trusted } : policy;
}

/**
 * The roster of an epoch, where the rosters of a receipt that holds show it: any that pinned organisations lead to. Where the
 * log's own key is pinned its leaf names one roster, that in force at its height, and nothing vouches for those before.
 */
export function findRosterOfEpoch(
  trust: ReceiptTrust,
  { rosters, epoch, height }: { readonly rosters: readonly string[]; readonly epoch: number; readonly height: number },
): RosterNote | TrustFault | "ROSTER_NOT_OF_EPOCH" {
  if (rosters.length === 0) return "ROSTERS_MISSING";
  const followed = follow(trust, rosters);
  if (followed.fault !== undefined) return followed.fault;
  const { notes, trusted } = followed;
  const named = findInForce(notes, height);
  const vouched = keysOf(trust).mustFollow ? trusted : named === undefined ? [] : [named];
  return vouched.find(({ roster }) => roster.epoch === epoch) ?? "ROSTER_NOT_OF_EPOCH";
}

function follow(trust: ReceiptTrust, texts: readonly string[]): RosterVerdict {
  const { organisationKeys, mustFollow } = keysOf(trust);
  return followRosters({ texts, ...(mustFollow && { pinned: organisationKeys }), verify: verifyEd25519 });
}

/** The pinned keys by kind. Only without the log's own is it followed by organisations. */
function keysOf({ pinnedKeys }: ReceiptTrust) {
  const keys = pinnedKeys.map(findVkey).filter((key): key is NoteKey => key !== undefined);
  const cosignerKeys = keys.filter(({ type }) => type === noteKeyTypes.cosignature);
  const logKeys = keys.filter((key) => key.type === noteKeyTypes.ed25519 && !isOrganisations(key));
  const organisationKeys = keys.filter(isOrganisations);
  return { cosignerKeys, logKeys, organisationKeys, mustFollow: logKeys.length === 0 && organisationKeys.length > 0 };
}

/** The leaf names the roster in force at its height; a receipt need not carry those before the one that is pinned. */
function isOfLeaf(notes: readonly RosterNote[], { height, rosterHash: named }: Leaf): boolean {
  const inForce = findInForce(notes, height);
  return inForce === undefined || equalBytes(rosterHash(inForce.roster), named);
}

function findInForce(notes: readonly RosterNote[], height: number): RosterNote | undefined {
  return notes.findLast(({ fromHeight }) => fromHeight <= height);
}

/** An organisation's key is named `<origin of the log>/<organisation>`; the origin itself has one slash. */
function isOrganisations({ name, type }: NoteKey): boolean {
  return type === noteKeyTypes.ed25519 && name.split("/").length === 3;
}
