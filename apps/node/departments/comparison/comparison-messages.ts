/** What the node tells its comparing process at the start. */
export interface ComparisonStart {
  readonly kind: "start";
  readonly dataFolder: string;
  readonly connectionString: string;
  /** Hexadecimal: of the vault's key, to which the keys of runs are wrapped, and of the node's, by which questions are signed. */
  readonly vaultSeed: string;
  readonly nodeSeed: string;
  /** Under which name the node asks departments. */
  readonly sender: string;
}

/** One run: about all files, or those of a village. */
export interface ComparisonRequest {
  readonly kind: "run";
  readonly run: string;
  /** The account that asked for it; absent: the clock began it, for the hour `slotMs` (ms since 1970-01-01T00:00:00Z). */
  readonly by?: string;
  readonly slotMs?: number;
  readonly village: string | undefined;
  /** Whether faults of forms and proposals for cleaning are looked for too; they always are in a village. */
  readonly checks: boolean;
  /** Whether departments are asked first; else what they said last counts. */
  readonly ask: boolean;
  /** YYYY-MM-DD for which it is asked. */
  readonly day: string;
  readonly zoneOffsetMinutes: number;
}

export interface ComparisonCancel {
  readonly kind: "cancel";
  readonly run: string;
}

/** What it tells back: that the run stands in its table, and that it has ended; "taken" where the hour of the clock has its run already. */
export type ComparisonReply =
  | { readonly kind: "began"; readonly run: string }
  | { readonly kind: "ended"; readonly run: string; readonly state: string };
