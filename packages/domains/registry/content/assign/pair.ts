import type { Language, Skill } from "@mingbai/posts/content/qualifications";

/** What a list shows of a household, as far as it matters for who answers for it. Codes are of the form's options; empty for none. */
export interface NeedyHousehold {
  readonly household: string;
  readonly area: string;
  readonly monitored: string;
  readonly cause: string;
  readonly language: string;
  /** The account that answers for it now. */
  readonly responsible: string | null;
}

/** Somebody with a post. */
export interface FreeHelper {
  readonly account: string;
  /** Of all their posts that are held. */
  readonly areas: readonly string[];
  readonly skills: readonly Skill[];
  readonly languages: readonly Language[];
  /** Households that they take on, and those of them that stay theirs whatever is proposed. */
  readonly placesMax: number;
  readonly taken: number;
}

/** Why a pair fits. `detail`: the language, or the skill. */
export interface PairReason {
  readonly kind: "village" | "area" | "stays" | "language" | "skill";
  readonly points: number;
  readonly detail?: string;
}

/** Areas with all around them: each with itself and what it lies in. */
export type Around = ReadonlyMap<string, readonly string[]>;
