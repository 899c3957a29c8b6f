import type { ProjectionContext } from "@mingbai/read-model/projection";
import { contentSubject } from "../content.ts";

/** A version without its content. */
export interface VersionPlace {
  readonly commitment: string;
  readonly matter: string;
  readonly seq: number;
  readonly version: number;
  readonly enteredBy: string;
}

/** A step without its words. */
export interface WordsPlace {
  readonly commitment: string;
  /** Of the step. */
  readonly at: number;
}

/** Notes a version whose content is not in the vault yet. */
export function awaitsContent({ awaits }: ProjectionContext, place: VersionPlace): Promise<void> {
  return awaits({ subject: contentSubject(place.commitment), place: JSON.stringify(place) });
}

/** Notes a step whose words are not in the vault yet. */
export function awaitsWords({ awaits }: ProjectionContext, place: WordsPlace): Promise<void> {
  return awaits({ subject: contentSubject(place.commitment), place: JSON.stringify(place) });
}
