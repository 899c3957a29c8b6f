import type { ExchangeStatus } from "@mingbai/exchange/exchange";
import type { frameTypes } from "@mingbai/exchange/frames/frame-type";
import type { SignedHeader } from "@mingbai/ledger/proofs/light-block";
import type { Answer, EarlyAnswer } from "@mingbai/sequencer/answer";
import type { Garbage } from "./test-garbage.ts";
import type { Lie } from "./test-lie.ts";

/** A block as one member has it. */
export interface SeenBlock {
  readonly height: number;
  readonly appHash: string;
  readonly logSize: number;
  /** Of its leaves, in order. */
  readonly leaves: readonly { readonly id: string; readonly result: number }[];
}

/** A double vote that consensus proved in a block. */
export interface SeenDoubleVote {
  readonly organisation: string;
  readonly votedHeight: number;
  /** Leaves of that block that nobody signed: one where it was news. */
  readonly leaves: number;
}

/** Where a fund's money is, in fen. */
export interface SeenMoney {
  /** By place in `holders`: free and locked. */
  readonly held: readonly number[];
  readonly outstanding: number;
  readonly booked: number;
}

/** How a member says it is, for whoever reads a failure. */
export interface SeenHealth {
  readonly state: string;
  readonly height: number;
  readonly waitingFor: number;
  readonly exchange: ExchangeStatus;
  readonly engine:
    | { readonly height: number; readonly isCatchingUp: boolean; readonly peers: readonly string[] }
    | undefined;
  /** What an engine that does not answer said last. */
  readonly engineLines: readonly string[];
  readonly links: readonly {
    readonly member: number;
    readonly isUp: boolean;
    readonly lastFault: string | undefined;
  }[];
}

/** What a test asks of a member's process, and what that answers. */
export interface MemberCalls {
  submit: { given: { readonly bytes: Uint8Array }; answer: readonly Answer[] };
  /** The same, answered once it is stored here. */
  receive: { given: { readonly bytes: Uint8Array }; answer: readonly EarlyAnswer[] };
  /** It lies so from now on, or no more. */
  lie: { given: { readonly lie: Lie | undefined }; answer: undefined };
  /** About how many frames of this kind it has lied since it began to. */
  lied: { given: { readonly about: keyof typeof frameTypes }; answer: number };
  /** What it has proposed that nobody may vote for, and whether that was all. */
  garbage: { given: Record<string, never>; answer: Pick<Garbage, "proposed" | "isSpent"> };
  /** What its CometBFT has of a height, with the votes for it. */
  signedHeader: { given: { readonly height: number }; answer: SignedHeader };
  /** Tells its CometBFT of evidence, in the JSON of that. */
  accuse: { given: { readonly evidence: string }; answer: undefined };
  /** Whom blocks accuse of double votes. */
  doubleVotes: { given: Record<string, never>; answer: readonly SeenDoubleVote[] };
  /** To its CometBFT; nothing where that is between two lives. */
  signalEngine: { given: { readonly signal: "SIGKILL" | "SIGSTOP" | "SIGCONT" }; answer: undefined };
  /** Each sync of a file takes so much longer from now on. */
  slowDisk: { given: { readonly ms: number }; answer: undefined };
  /** Its wall clock is so far from the right one from now on. */
  setClock: { given: { readonly offsetMs: number }; answer: undefined };
  /** All, once the one of this height is among them. */
  blocks: { given: { readonly throughHeight: number }; answer: readonly SeenBlock[] };
  health: { given: Record<string, never>; answer: SeenHealth };
  /** By bodies on its disk, and by anything in the memory of its main thread. */
  held: { given: Record<string, never>; answer: { readonly diskBytes: number; readonly memoryBytes: number } };
  money: { given: { readonly holders: readonly string[] }; answer: SeenMoney };
}

export type MemberCall = keyof MemberCalls;
/** One call on its way. */
export interface CallFrame<Kind extends MemberCall = MemberCall> {
  readonly call: number;
  readonly kind: Kind;
  readonly given: MemberCalls[Kind]["given"];
}
/** What a member's process says: that it takes part, or the answer to a call. */
export type MemberFrame =
  | { readonly isReady: true }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly error: string };
