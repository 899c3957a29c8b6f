import type { Signer } from "@mingbai/crypto/signers/signer";
import type { RunPlace } from "./runs/run-files.ts";
import type { DepartmentSource } from "./sources/source-config.ts";

export interface TakingProgress {
  readonly facts: number;
  /** Lines or records that are no facts. */
  readonly bad: number;
  /** People asked about so far, and of how many; absent of files. */
  readonly asked?: number;
  readonly of?: number;
}

/** What it takes to take a source's facts. */
export interface Taking<Of extends DepartmentSource = DepartmentSource> {
  readonly source: Of;
  readonly runs: RunPlace;
  /** Whom the files of this node name, by identity number: whom departments are asked about. */
  readonly numbers: () => Promise<readonly string[]>;
  /** Signs what is asked. */
  readonly signer: Signer;
  /** Under which name this node asks. */
  readonly sender: string;
  /** ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TakingProgress) => void;
}
