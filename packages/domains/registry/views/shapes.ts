/** Shapes that the answers about household files share. Browser-safe. */
import { z } from "zod";

/** A household, a person, an account, a case or a run: a number of 64 bits as hex. */
export const Number64 = z.string().regex(/^[0-9a-f]{16}$/);
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const Count = z.int().nonnegative();
/** Since 1970-01-01T00:00:00Z. */
export const TimeMs = z.int().nonnegative();
/** YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Up to which block an answer was read. */
export const ReadAt = z.object({ height: Count, timeMs: TimeMs });
export const Words = z.object({ en: z.string(), zh: z.string() });
/** An organisation or an area with its names. */
export const Names = z.object({ id: z.string(), en: z.string(), zh: z.string() });
/** Somebody who acted; the name is empty where this node has it not. */
export const Somebody = z.object({ account: Number64, name: z.string() });
/** The twelve-digit code of a village. */
export const Village = z.string().regex(/^\d{12}$/);
/** A place in a sequence, as text: a cursor that says nothing else. */
export const Place = z.string().regex(/^(0|[1-9]\d{0,15})$/);
/** A rule of the comparison (`content/compare/county/county-rules.ts`). */
export const RuleId = z.string().max(40);
/** A filter that is on or absent. */
export const yes = z.literal("true").optional();
