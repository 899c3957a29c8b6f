import type { ExchangeStatus } from "@mingbai/exchange/exchange";
import type { Answer } from "@mingbai/sequencer/answer";

/** A block as one member has it. */
export interface SeenBlock {
  readonly height: number;
  readonly appHash: string;
  readonly logSize: number;
  /** Of its leaves, in order. */
  readonly leaves: readonly { readonly id: string; readonly result: number }[];
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
  readonly links: readonly {
    readonly member: number;
    readonly isUp: boolean;
    readonly lastFault: string | undefined;
  }[];
}

/** What a test asks of a member's process, and what that answers. */
export interface MemberCalls {
  submit: { given: { readonly bytes: Uint8Array }; answer: readonly Answer[] };
  /** To its CometBFT; nothing where that is between two lives. */
  signalEngine: { given: { readonly signal: "SIGKILL" | "SIGSTOP" | "SIGCONT" }; answer: undefined };
  /** Each sync of a file takes so much longer from now on. */
  slowDisk: { given: { readonly ms: number }; answer: undefined };
  /** Its wall clock is so far from the right one from now on. */
  setClock: { given: { readonly offsetMs: number }; answer: undefined };
  /** All, once the one of this height is among them. */
  blocks: { given: { readonly throughHeight: number }; answer: readonly SeenBlock[] };
  health: { given: Record<string, never>; answer: SeenHealth };
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
