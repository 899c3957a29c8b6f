import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { ProjectionContext } from "@mingbai/read-model/projection";

/** A version without its content. */
export interface VersionPlace extends GivenContent {
  readonly matter: string;
  readonly seq: number;
  readonly version: number;
}

/** A step without its words. */
export interface WordsPlace extends GivenContent {
  /** Of the step. */
  readonly at: number;
}

/** Notes a version, or a step, whose content is not in the vault yet. */
export function awaitsContent({ awaits }: ProjectionContext, place: VersionPlace | WordsPlace): Promise<void> {
  return awaits({ subject: contentSubject(place), place: JSON.stringify(place) });
}
