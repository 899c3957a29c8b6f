import { holdsMarkup, latin1 } from "./find-bytes.ts";
import { Fault, type Judgement } from "./judgement.ts";

/** What stands behind a picture's end: a maker's own notes, not trusted, or a page, which is refused. */
export function judgeBehind(type: string, bytes: Uint8Array, at: number): Judgement {
  if (holdsMarkup(latin1(bytes, at))) throw new Fault("FILE_TWO_KINDS");
  return { type, untrusted: true };
}
