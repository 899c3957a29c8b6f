import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { ContentCode } from "@mingbai/http/contents/content-refusal";

/** Codes that say what a file is that it may not be. */
export type FileFault = Extract<ContentCode, `FILE_${string}`>;

/** What a file is by its content. `untrusted`: it may do more than show itself. */
export type Judgement =
  | { readonly type: string; readonly untrusted: boolean }
  | { readonly refused: FileFault; readonly values?: CanonicalObject };

/** Thrown inside a judge and nowhere else; `judgeFile` makes a value of it. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FileFault;

  constructor(code: FileFault) {
    super(code);
    this.code = code;
  }
}
