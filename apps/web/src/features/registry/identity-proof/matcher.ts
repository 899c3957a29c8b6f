import type { Match, MatcherId, Trait } from "@mingbai/registry/content/texts/identity-proof";

/** Why nothing was captured: nobody was there, it was too dark or smudged, or the device has no such sensor. */
export type CaptureFault = "NOBODY" | "UNCLEAR" | "NO_SENSOR";

/**
 * A program on the village's device that captures a face or a finger and says whether two captures are of one person. It
 * runs there alone: what it captures goes nowhere by it. None is shipped but one for tests; a county that uses one
 * answers for its error rates, its tests against pictures and masks, and what the law asks for (docs/adr/0043).
 */
export interface BiometricMatcher {
  readonly id: MatcherId;
  readonly traits: readonly Trait[];
  /** The template of who is before the device now, at most `templateBytesMax` bytes. */
  capture(trait: Trait): Promise<Uint8Array | CaptureFault>;
  compare(reference: Uint8Array, probe: Uint8Array): Promise<Match>;
}
