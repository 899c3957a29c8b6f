import { toHex } from "@mingbai/codec/hex";
import { PeerFaults } from "@mingbai/exchange/peer-faults";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import type { Checkpoint } from "@mingbai/ledger/proofs/checkpoint";
import { findCosignature } from "@mingbai/ledger/proofs/cosignature";
import type { Note, NoteSignature } from "@mingbai/ledger/proofs/note";
import type { RosterStatement } from "@mingbai/ledger/proofs/roster-note";
import { type Ask, encodeAsk, findAsk } from "./ask.ts";
import { cosigningFrames } from "./frame-type.ts";
import { answerMsMin, askMsMax, askMsMin, rosterNotesPerAnswerMax } from "./limits.ts";
import type { RosterBook } from "./roster-book.ts";
import { encodeRosterFrame, findRosterFrame } from "./roster-frame.ts";
import type { SignedMark } from "./signed-mark.ts";
import { encodeVote, findVote, findVoter, makeVote, signaturesOf, type Vote, type VotingKeys } from "./vote.ts";
import { type DueTree, type Evidence, VoteBook } from "./vote-book.ts";

/** The other nodes, where there are any. */
export interface Company {
  readonly links: Pick<Links, "send">;
  readonly clock: Clock;
  /** Numbers of those that are told and asked. */
  readonly peers: () => readonly number[];
}

interface Parts {
  readonly keys: VotingKeys;
  readonly rosters: RosterBook;
  /** Kept where signatures go out before the checkpoint is published; without others they do not. */
  readonly mark: SignedMark | undefined;
  /** Seconds since 1970. */
  readonly nowSeconds: () => number;
  /** Told when members with more than two thirds of the power have signed a tree, and again as more do. */
  readonly onProven: (tree: DueTree, signatures: readonly NoteSignature[]) => unknown;
  /** Told of each note of a roster that has become whole. */
  readonly onRoster: (epoch: number, text: string) => unknown;
  /** Told once of each member that signed a tree which is not the ledger's. */
  readonly onEvidence: (evidence: Evidence) => void;
}

/**
 * How members come to one signed checkpoint (PROTOCOL, "Checkpoints"): each signs the trees that are due, tells the others,
 * and counts what it hears. Nobody waits for it, and what was missed is asked for. Rosters' notes come together likewise.
 * A ledger of one is its own majority.
 */
export class Cosigning {
  readonly rosters: RosterBook;
  readonly #parts: Parts;
  readonly #votes = new VoteBook();
  readonly #answeredMs = new Map<number, number>();
  #company: Company | undefined;
  #faults: PeerFaults | undefined;
  #provenSize = 0;
  #askMs = askMsMin;
  #cancelAsk: (() => void) | undefined;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.rosters = parts.rosters;
  }

  /** Members that have signed what is not the ledger's. */
  get evidence(): readonly Evidence[] {
    return this.#votes.evidence;
  }

  /** Begins to speak with others. */
  connect(company: Company): void {
    this.#company = company;
    this.#faults = new PeerFaults(company.clock);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelAsk?.();
  }

  /** Takes the newest tree that was published before a restart, with the signatures that it bears. */
  async restore(tree: DueTree, note: Note): Promise<void> {
    const roster = this.rosters.findOfSize(tree.size);
    if (roster === undefined) return;
    this.#votes.add(tree, roster);
    for (const vote of votesIn(note, tree, roster)) this.#count(vote.member, vote);
    await this.#sign(tree, roster);
  }

  /** Signs a tree that is due and durable, tiles and all, where this node is a member; and counts what others said of it. */
  async treeDue(tree: DueTree): Promise<void> {
    const roster = this.rosters.findOfSize(tree.size);
    if (roster === undefined || tree.size <= this.#votes.newest) return;
    for (const { from, vote } of this.#votes.add(tree, roster)) this.#count(from, vote);
    await this.#sign(tree, roster);
  }

  /** Takes what the ledger says of a roster. */
  async learnRoster(statement: Pick<RosterStatement, "fromSize" | "fromHeight" | "roster">): Promise<void> {
    const before = this.rosters.notes.length;
    const note = await this.rosters.learn(statement);
    this.#keepWhole(before);
    if (note !== undefined) this.#tell(encodeRosterFrame(note));
    this.#wake();
  }

  /** Takes a frame of another node; false where it is none of these. */
  take(from: number, frame: Uint8Array): boolean {
    if (this.#faults?.isMuted(from)) return true;
    switch (frame[0]) {
      case cosigningFrames.vote:
        return this.#read(from, findVote(frame), (vote) => this.#count(from, vote));
      case cosigningFrames.ask:
        return this.#read(from, findAsk(frame), (ask) => this.#answer(from, ask));
      case cosigningFrames.rosterNote:
        return this.#read(from, findRosterFrame(frame), (note) => {
          const before = this.rosters.notes.length;
          if (this.rosters.merge(note) === "wrong") this.#faults?.add(from, "MALFORMED_FRAME");
          this.#keepWhole(before);
        });
      default:
        return false;
    }
  }

  #read<Read>(from: number, read: Read | undefined, take: (read: Read) => void): true {
    if (read === undefined) this.#faults?.add(from, "MALFORMED_FRAME");
    else take(read);
    return true;
  }

  async #sign(tree: DueTree, { roster }: RosterStatement): Promise<void> {
    const { keys, mark, nowSeconds } = this.#parts;
    this.#wake();
    const number = findVoter(roster.members, keys);
    const member = roster.members[number ?? -1];
    if (number === undefined || member === undefined || this.#votes.hasVoted(tree.size, number)) return;
    if (mark !== undefined && !(await mark.advance(tree))) return;
    const vote = await makeVote(tree, { epoch: roster.epoch, number, member, keys, timeSeconds: nowSeconds() });
    this.#count(number, vote);
    this.#tell(encodeVote(vote));
  }

  #count(from: number, vote: Vote): void {
    const verdict = this.#votes.take(from, vote);
    if (verdict === "wrong") this.#faults?.add(from, "MALFORMED_FRAME");
    if (typeof verdict === "object") this.#parts.onEvidence(verdict.evidence);
    // An older tree that is signed at last is of no use to anybody: the newer one covers it.
    const proven =
      verdict === "joined" && vote.size >= this.#provenSize ? this.#votes.findProven(vote.size) : undefined;
    if (proven === undefined) return;
    this.#provenSize = vote.size;
    this.#parts.onProven(proven.tree, proven.signatures);
  }

  #keepWhole(before: number): void {
    this.rosters.notes.slice(before).forEach((text, place) => {
      this.#parts.onRoster(before + place, text);
    });
  }

  #tell(frame: Uint8Array): void {
    const { links, peers } = this.#company ?? {};
    for (const peer of peers?.() ?? []) links?.send(peer, frame);
  }

  #answer(to: number, { fromSize, fromEpoch }: Ask): void {
    const { links, clock } = this.#company ?? {};
    if (links === undefined || clock === undefined) return;
    const nowMs = clock.now();
    if (nowMs < (this.#answeredMs.get(to) ?? Number.NEGATIVE_INFINITY) + answerMsMin) return;
    this.#answeredMs.set(to, nowMs);
    for (const vote of this.#votes.votesFrom(fromSize)) links.send(to, encodeVote(vote));
    for (let epoch = fromEpoch; epoch < fromEpoch + rosterNotesPerAnswerMax; epoch++) {
      const note = this.rosters.findNote(epoch);
      if (note !== undefined) links.send(to, encodeRosterFrame(note));
    }
  }

  /** Something is new: what is still missing is asked for soon. */
  #wake(): void {
    this.#askMs = askMsMin;
    this.#cancelAsk?.();
    this.#askLater();
  }

  #askLater(): void {
    if (this.#company === undefined || this.#isClosed) return;
    this.#cancelAsk = this.#company.clock.after(this.#askMs, () => {
      const { incomplete } = this.rosters;
      if (incomplete === undefined && !this.#votes.isIncomplete && this.#votes.newest > 0) return;
      this.#tell(encodeAsk({ fromSize: this.#votes.newest, fromEpoch: incomplete ?? this.rosters.nextEpoch }));
      this.#askMs = Math.min(askMsMax, this.#askMs * 2);
      this.#askLater();
    });
  }
}

/** The members' votes in a checkpoint's note: those that signed both as the log and as a cosigner. */
function votesIn(note: Note, { size, root }: Checkpoint, { origin, roster }: RosterStatement): Vote[] {
  const find = (name: string, keyId: number) =>
    note.signatures.find((one) => one.name === name && one.keyId === keyId)?.signature;
  return roster.members.flatMap((member, number) => {
    const none = { epoch: roster.epoch, member: number, size, root, logSignature: root, cosignature: root };
    const [logLine, cosignLine] = signaturesOf(origin, member, none);
    const logSignature = logLine && find(logLine.name, logLine.keyId);
    const cosignature = cosignLine && find(cosignLine.name, cosignLine.keyId);
    if (logSignature === undefined || cosignature === undefined || !findCosignature(cosignature)) return [];
    return [{ ...none, logSignature, cosignature }];
  });
}

/** What an operator reads of a member that has shown two histories. */
export function describeEvidence({ organisation, vote, root }: Evidence): string {
  return `${organisation} has signed root ${toHex(vote.root)} of ${vote.size} leaves, where the ledger has ${toHex(root)}`;
}
