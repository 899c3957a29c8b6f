import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { HttpProblem } from "../problem.ts";
import { contentRefusals } from "./content-refusals.ts";

export type ContentCode = keyof typeof contentRefusals;

/** Why a content, a draft or a file was not kept or given: a value, not an exception. */
export interface ContentRefusal {
  readonly refused: ContentCode;
  /** What the person needs to know to do better. No personal data but the person's own. */
  readonly values?: CanonicalObject;
  readonly retryAfterMs?: number;
}

export function refuseContent(refused: ContentCode, values?: CanonicalObject): ContentRefusal {
  return values === undefined ? { refused } : { refused, values };
}

export function isContentRefusal(value: object | undefined): value is ContentRefusal {
  return value !== undefined && "refused" in value;
}

/** The problem that a refusal is answered with. */
export function contentProblem({ refused, values, retryAfterMs }: ContentRefusal): HttpProblem {
  return new HttpProblem({ code: refused, ...contentRefusals[refused], values, retryAfterMs });
}

/** The value, or the problem of its refusal thrown. */
export function orContentProblem<T extends object>(value: T | ContentRefusal): T {
  if (isContentRefusal(value)) throw contentProblem(value);
  return value;
}
