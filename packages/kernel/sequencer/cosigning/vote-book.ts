import { equalBytes } from "@mingbai/codec/bytes";
import { holdsQuorum } from "@mingbai/ledger/availability/quorum";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import type { Checkpoint } from "@mingbai/ledger/proofs/checkpoint";
import type { NoteSignature } from "@mingbai/ledger/proofs/note";
import type { RosterStatement } from "@mingbai/ledger/proofs/roster-note";
import { aheadVotesMax, evidenceMax, treesMax } from "./limits.ts";
import { isVoteOf, signaturesOf, type Vote } from "./vote.ts";

/** A member's signatures over a tree that is not the ledger's: it has shown two histories. */
export interface Evidence {
  readonly organisation: string;
  readonly member: RosterMember;
  readonly vote: Vote;
  /** The root of the ledger at that size. */
  readonly root: Uint8Array;
}

/** A tree of this node's own log that is to be signed, with the block that it reaches up to. */
export interface DueTree extends Checkpoint {
  readonly height: number;
  readonly timeMs: number;
}

/** A tree, and the members that have signed it. */
interface Tree {
  readonly checkpoint: DueTree;
  readonly roster: RosterStatement;
  readonly votes: Map<number, Vote>;
}

/** `joined`: it is counted. `known`: it was before. `kept`: its tree is not known here yet. `stale`: of no use. */
export type VoteVerdict = "joined" | "known" | "kept" | "stale" | "wrong" | { readonly evidence: Evidence };

/** Votes of all members for the newest trees of the log. Bounded; whatever it says of a vote, it looked at the signatures. */
export class VoteBook {
  readonly #trees: Tree[] = [];
  readonly #ahead = new Map<number, Vote[]>();
  readonly #evidence = new Map<string, Evidence>();

  /** Size of the newest tree; 0 before the first. */
  get newest(): number {
    return this.#trees.at(-1)?.checkpoint.size ?? 0;
  }

  get evidence(): readonly Evidence[] {
    return [...this.#evidence.values()];
  }

  /** True while members of the newest tree's roster have not signed it. */
  get isIncomplete(): boolean {
    const tree = this.#trees.at(-1);
    return tree !== undefined && tree.votes.size < tree.roster.roster.members.length;
  }

  /** Takes a tree of the own log, larger than all before; gives what came for it ahead of time, by who sent it. */
  add(checkpoint: DueTree, roster: RosterStatement): { readonly from: number; readonly vote: Vote }[] {
    if (checkpoint.size <= this.newest) return [];
    this.#trees.push({ checkpoint, roster, votes: new Map() });
    if (this.#trees.length > treesMax) this.#trees.shift();
    const came = [...this.#ahead].flatMap(([from, votes]) => votes.map((vote) => ({ from, vote })));
    for (const [from, votes] of this.#ahead) {
      this.#ahead.set(
        from,
        votes.filter(({ size }) => size > checkpoint.size),
      );
    }
    return came.filter(({ vote }) => vote.size === checkpoint.size);
  }

  /** Judges a vote that a peer sent, and counts it. */
  take(from: number, vote: Vote): VoteVerdict {
    if (vote.size > this.newest) return this.#keep(from, vote);
    const tree = this.#find(vote.size);
    if (tree === undefined) return "stale";
    const { origin, roster } = tree.roster;
    const member = roster.members[vote.member];
    if (vote.epoch !== roster.epoch || member === undefined) return "wrong";
    const isOfLedger = equalBytes(vote.root, tree.checkpoint.root);
    if (isOfLedger && tree.votes.has(vote.member)) return "known";
    if (!isOfLedger && this.#evidence.has(member.organisation)) return "known";
    if (!isVoteOf(origin, member, vote)) return "wrong";
    const { organisation } = member;
    if (!isOfLedger) return this.#contradicts({ organisation, member, vote, root: tree.checkpoint.root });
    tree.votes.set(vote.member, vote);
    return "joined";
  }

  /** All signatures over the tree of this size, where members with more than two thirds of the power have signed it. */
  findProven(size: number): { readonly tree: DueTree; readonly signatures: NoteSignature[] } | undefined {
    const tree = this.#find(size);
    if (tree === undefined) return undefined;
    const { votes } = tree;
    const { origin, roster } = tree.roster;
    if (!holdsQuorum(roster, (_, number) => votes.has(number))) return undefined;
    const signatures = roster.members.flatMap((member, number) => {
      const vote = votes.get(number);
      return vote === undefined ? [] : signaturesOf(origin, member, vote);
    });
    return { tree: tree.checkpoint, signatures };
  }

  hasVoted(size: number, member: number): boolean {
    return this.#find(size)?.votes.has(member) ?? false;
  }

  /** Votes for trees of this size or larger, the newest trees first. */
  votesFrom(size: number): Vote[] {
    const trees = this.#trees.filter(({ checkpoint }) => checkpoint.size >= size).reverse();
    return trees.flatMap(({ votes }) => [...votes.values()]);
  }

  #find(size: number): Tree | undefined {
    return this.#trees.findLast(({ checkpoint }) => checkpoint.size === size);
  }

  /** Judged once the tree is here: by sender, so that nobody crowds out what others send. */
  #keep(from: number, vote: Vote): VoteVerdict {
    const votes = this.#ahead.get(from) ?? [];
    votes.push(vote);
    if (votes.length > aheadVotesMax) votes.shift();
    this.#ahead.set(from, votes);
    return "kept";
  }

  #contradicts(evidence: Evidence): VoteVerdict {
    if (this.#evidence.size < evidenceMax) this.#evidence.set(evidence.organisation, evidence);
    return { evidence };
  }
}
