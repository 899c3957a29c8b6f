import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { z } from "zod";

/** Where the words of each code stand; a problem's `type` is this and the code. */
const problemBase = "https://mingbai.example/problems/";

/** RFC 9457 problem details with our code, words in both languages, and what the person needs to know. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detailEn: z.string(),
    detailZh: z.string(),
    values: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });
export type Problem = z.infer<typeof Problem>;

export const problemMediaType = "application/problem+json";

/** A request that cannot be answered as asked. Thrown by routes, written by the server's error handler. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  readonly retryAfterMs: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.en);
    this.problem = problemOf(parts);
    this.retryAfterMs = parts.retryAfterMs;
  }
}

export interface ProblemParts {
  readonly code: string;
  readonly status: number;
  readonly en: string;
  readonly zh: string;
  readonly values?: CanonicalObject | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The problem document of a declared code; `{name}` in the words is replaced by the value of that name. */
export function problemOf({ code, status, en, zh, values }: ProblemParts): Problem {
  const problem: Problem = {
    type: problemBase + code,
    title: fill(en, values),
    status,
    code,
    detailEn: fill(en, values),
    detailZh: fill(zh, values),
  };
  return values === undefined ? problem : { ...problem, values };
}

function fill(text: string, values: CanonicalObject | undefined): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole));
}
