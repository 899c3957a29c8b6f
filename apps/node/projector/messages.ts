/** What the node tells its projector: how far it may read. Nothing beyond is durable. */
export interface DurableMessage {
  readonly kind: "durable";
  readonly blocks: number;
  readonly bodies: number;
  readonly vaultEntries: number;
}

/** What the projector tells the node: up to where the tables have read. */
export interface PositionMessage {
  readonly kind: "position";
  readonly next: number;
  readonly height: number;
  readonly timeMs: number;
}

/** What the projector is started with. */
export interface ProjectorStart {
  readonly dataFolder: string;
  readonly connectionString: string;
  readonly chain: string;
}
