import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { findRosterFault } from "@mingbai/ledger/proofs/follow-rosters";
import { formatNote, type NoteSignature, noteBytes } from "@mingbai/ledger/proofs/note";
import { noteKeyId } from "@mingbai/ledger/proofs/note-key";
import {
  formatRosterStatement,
  organisationNoteKey,
  type RosterNote,
  type RosterStatement,
} from "@mingbai/ledger/proofs/roster-note";
import { rosterOfSize } from "@mingbai/ledger/proofs/roster-of-size";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";

interface Entry extends RosterStatement {
  readonly text: string;
  /** By organisation key. */
  readonly signatures: Map<string, NoteSignature>;
}

interface Parts {
  readonly origin: string;
  readonly chain: Uint8Array;
  /** The key of this node's organisation. */
  readonly organisationKey: Signer;
}

/** `more`: signatures that were not known. `whole`: those that were still needed. */
export type RosterNoteVerdict = "whole" | "more" | "known" | "wrong";

/**
 * The ledger's rosters as notes: what the ledger itself says of each, and the signatures of organisations as they come
 * together. A roster that the ledger does not remember any more is taken from a whole note that follows the one before.
 */
export class RosterBook {
  readonly #parts: Parts;
  readonly #entries = new Map<number, Entry>();
  readonly #whole: string[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whole notes from the first epoch on, without a gap. */
  get notes(): readonly string[] {
    return this.#whole;
  }

  /** The epoch after the last that is known, whole or not. */
  get nextEpoch(): number {
    return Math.max(-1, ...this.#entries.keys()) + 1;
  }

  /** The first epoch whose note is not whole; undefined where all that are known are. */
  get incomplete(): number | undefined {
    return this.#whole.length < this.nextEpoch ? this.#whole.length : undefined;
  }

  /** The roster whose members sign the tree of this size. */
  findOfSize(size: number): RosterStatement | undefined {
    const known = [...this.#entries.values()].sort((a, b) => a.roster.epoch - b.roster.epoch);
    return rosterOfSize(known, size);
  }

  /** The note of an epoch with the signatures that are here, whole or not; undefined where there are none. */
  findNote(epoch: number): string | undefined {
    const whole = this.#whole[epoch];
    if (whole !== undefined) return whole;
    const entry = this.#entries.get(epoch);
    return entry === undefined || entry.signatures.size === 0 ? undefined : noteOf(entry);
  }

  /** Takes what the ledger says of a roster, and signs it where this node's organisation may. Gives the note so far. */
  async learn(statement: Pick<RosterStatement, "fromSize" | "fromHeight" | "roster">): Promise<string | undefined> {
    const { origin, chain, organisationKey } = this.#parts;
    const { epoch } = statement.roster;
    if (this.#entries.has(epoch)) return undefined;
    const entry = this.#enter({ origin, chain, ...statement });
    const ownKey = toHex(organisationKey.publicKey);
    const own = this.#signersOf(entry).find((member) => member.organisationKey === ownKey);
    if (own === undefined) return undefined;
    const message = noteBytes(entry.text);
    const signature = await organisationKey.sign({ message, id: new Uint8Array(32) });
    const { name, keyId } = lineOf(origin, own);
    entry.signatures.set(ownKey, { name, keyId, signature });
    this.#settle();
    return this.findNote(epoch);
  }

  /** Takes the signatures of a note that somebody sent, or that lay on the disk. */
  merge(given: RosterNote): RosterNoteVerdict {
    const { epoch } = given.roster;
    if (this.#whole[epoch] !== undefined) return "known";
    const entry = this.#entries.get(epoch);
    return entry === undefined ? this.#adopt(given) : this.#join(entry, given);
  }

  #join(entry: Entry, { note }: RosterNote): RosterNoteVerdict {
    if (note.text !== entry.text) return "wrong";
    const { origin } = entry;
    const news = this.#signersOf(entry).filter(({ organisationKey }) => !entry.signatures.has(organisationKey));
    const keys = news.map((member) => organisationNoteKey(origin, member));
    const verified = findVerified(note, { keys, verify: verifyEd25519 });
    if (verified === undefined) return "wrong";
    if (verified.length === 0) return "known";
    for (const { key } of verified) {
      const keyId = noteKeyId(key);
      const line = note.signatures.find((one) => one.keyId === keyId && one.name === key.name);
      if (line !== undefined) entry.signatures.set(toHex(key.publicKey), line);
    }
    const before = this.#whole.length;
    this.#settle();
    return this.#whole.length > before ? "whole" : "more";
  }

  /** A note of a roster that the ledger here does not know: only as the whole one that comes next. */
  #adopt(given: RosterNote): RosterNoteVerdict {
    const { origin, chain } = this.#parts;
    const before = this.#entries.get(this.#whole.length - 1);
    // Who is ahead may send one that cannot be judged yet.
    if (given.roster.epoch !== this.#whole.length || before === undefined) return "known";
    if (given.origin !== origin || toHex(given.chain) !== toHex(chain)) return "wrong";
    if (findRosterFault(given, noteAt(before), verifyEd25519) !== undefined) return "wrong";
    this.#enter(given);
    return this.merge(given);
  }

  #enter(statement: RosterStatement): Entry {
    const { origin, chain, fromSize, fromHeight, roster } = statement;
    const entry = {
      origin,
      chain,
      fromSize,
      fromHeight,
      roster,
      text: formatRosterStatement(statement),
      signatures: new Map<string, NoteSignature>(),
    };
    this.#entries.set(roster.epoch, entry);
    return entry;
  }

  /** Who may sign it: members of the roster before, and those that are new. */
  #signersOf({ roster: { epoch, members } }: Entry): RosterMember[] {
    const voters = this.#entries.get(epoch - 1)?.roster.members ?? [];
    const isVoter = ({ organisation, organisationKey }: RosterMember) =>
      voters.some((one) => one.organisation === organisation && one.organisationKey === organisationKey);
    return [...voters, ...members.filter((member) => !isVoter(member))];
  }

  /** Counts as whole what has become so: each follows one that is. */
  #settle(): void {
    for (;;) {
      const epoch = this.#whole.length;
      const entry = this.#entries.get(epoch);
      const before = this.#entries.get(epoch - 1);
      if (entry === undefined || entry.signatures.size === 0) return;
      if (findRosterFault(noteAt(entry), before && noteAt(before), verifyEd25519) !== undefined) return;
      this.#whole.push(noteOf(entry));
    }
  }
}

function lineOf(origin: string, member: RosterMember): { name: string; keyId: number } {
  const key = organisationNoteKey(origin, member);
  return { name: key.name, keyId: noteKeyId(key) };
}

function noteAt(entry: Entry): RosterNote {
  return { ...entry, note: { text: entry.text, signatures: [...entry.signatures.values()] } };
}

function noteOf(entry: Entry): string {
  return formatNote({ text: entry.text, signatures: [...entry.signatures.values()] });
}
