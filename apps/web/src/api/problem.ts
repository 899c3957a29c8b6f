/** unreachable: no answer at all; refused: an answer that says no (RFC 9457); shape: an answer this page cannot read. */
export type ProblemKind = "unreachable" | "refused" | "shape";

/** A query that did not succeed, with the code that pages show small and people read out on the phone. */
export class QueryProblem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly status: number;

  constructor(problem: { kind: ProblemKind; code: string; status: number; cause?: unknown }) {
    super(`${problem.kind} ${problem.code}`, { cause: problem.cause });
    this.name = "QueryProblem";
    this.kind = problem.kind;
    this.code = problem.code;
    this.status = problem.status;
  }
}
