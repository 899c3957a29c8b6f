import type { FileSubject } from "../check/file-fault.ts";
import type { Source } from "../facts/fact.ts";
import type { Value } from "../file/value.ts";

/** Why a value is proposed: it is the same in its usual spelling, the identity number says it, or a department does. */
export type ProposalSource =
  | { readonly kind: "spelling" }
  | { readonly kind: "identityNumber" }
  | { readonly kind: "facts"; readonly facts: readonly ProposedFact[] };

export interface ProposedFact {
  readonly id: string;
  readonly source: Source | "registry";
  readonly asOf: string;
}

/** A change of one field that a person may confirm; nothing is changed by itself. */
export interface Proposal {
  readonly household: string;
  readonly subject: FileSubject;
  readonly field: string;
  /** What the file says now; absent: nothing. */
  readonly from?: Value;
  readonly to: Value;
  readonly because: ProposalSource;
}
