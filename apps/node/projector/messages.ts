import type { Position } from "@mingbai/read-model/projector";
import type { DurableMarks } from "../open-ledger.ts";

/** What the projector is started with. It comes over the channel between the two processes, never as an argument. */
export interface ProjectorStart {
  readonly kind: "start";
  readonly dataFolder: string;
  readonly connectionString: string;
  /** Hexadecimal; tables made for another ledger are dropped. */
  readonly chain: string;
  /** Hexadecimal seed of the key that opens the vault. */
  readonly vaultSeed: string;
  /** The node has started the server: its process for this connection yields to others as the projector does. */
  readonly isOwnServer?: boolean;
}

/** What the node tells its projector: how far it may read. Nothing beyond is durable. */
export interface DurableMessage {
  readonly kind: "durable";
  readonly marks: DurableMarks;
}

/** What the projector tells the node: up to where the tables have read. */
export interface PositionMessage {
  readonly kind: "position";
  readonly position: Position;
}
