import type { State } from "@mingbai/ledger/state/state";
import type { AppliedBlock, Head } from "@mingbai/log/chain/replica";
import type { FinalAnswer } from "../answer.ts";
import type { AssembledContainer } from "../containers/assemble-containers.ts";

/** What solo needs of the ledger behind it: a copy of the state, and a log that says when a block is durable. */
export interface Chain {
  readonly chain: Uint8Array;
  readonly head: Head;
  readonly state: State;
  /** Number of this node's next container. */
  readonly originSequence: number;
  isDeadlineDue(timeMs: number): boolean;
  /** False while the disk has no room for a block of this size; asked before anything is executed. */
  hasRoomFor(bytes: number): Promise<boolean>;
  /** Signs the containers, executes the block and hands it to the log. Not durable before `commit`. */
  append(block: { height: number; timeMs: number; containers: readonly AssembledContainer[] }): Promise<AppliedBlock>;
  /** Resolves when everything appended before is durable. A rejection is final: the node must stop. */
  commit(): Promise<void>;
  /** The answer that these very bytes were given when they were executed, if they were. */
  findAnswer(id: string): Promise<FinalAnswer | undefined>;
  close(): Promise<void>;
}
