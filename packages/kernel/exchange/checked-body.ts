import type { ContainerHeader } from "@mingbai/ledger/container/container";
import type { ContainerVerdict } from "@mingbai/ledger/container/stateless-check";

/** A container with its body, whose digest is the header's, and what the stateless check found in it. */
export interface CheckedBody {
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  readonly batchId: Uint8Array;
  /** The origin's signature over the batch id. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
  readonly verdict: ContainerVerdict;
}
