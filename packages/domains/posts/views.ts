/** What may be asked about people who help. Asked as `GET /api/queries/<name>?…`. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";
import { Qualifications } from "./content/qualifications.ts";
import { postKinds } from "./schema.ts";

export const helpersPageMax = 500;

const Number64 = z.string().regex(/^[0-9a-f]{16}$/);
const TimeMs = z.int().nonnegative();
const Names = z.object({ id: z.string(), en: z.string(), zh: z.string() });

/** A post as everybody sees it. */
export const Post = z.object({
  post: Number64,
  kind: z.enum(postKinds),
  areas: z.array(Names),
  householdsMax: z.int().nonnegative(),
  fromMs: TimeMs,
  untilMs: TimeMs,
  transaction: z.string(),
});
export type Post = z.infer<typeof Post>;

/** Somebody who holds posts or held some. `name`: masked for who works for no office; empty where this node has none. */
export const Helper = z.object({
  account: Number64,
  name: z.string(),
  organisation: Names,
  /** The newest first. */
  posts: z.array(Post),
  /** Null for those whom it does not concern, and where nothing is known. */
  qualifications: Qualifications.omit({ kind: true }).nullable(),
  /** Under which number they are sealed; for who may say others. Null where nothing was said yet. */
  subject: Number64.nullable(),
  describedMs: TimeMs.nullable(),
  /** The newest erasure of what they could do: how many organisations' nodes have to say that they have done it, and have. Null as above. */
  forgotten: z.object({ timeMs: TimeMs, owed: z.int().nonnegative(), acknowledged: z.int().nonnegative() }).nullable(),
});
export type Helper = z.infer<typeof Helper>;

/** Who holds a post now, or will; with `past` who held one as well. `area`: there, in what lies in it, or around it. */
export const helpersView = {
  name: "posts.helpers",
  params: z.object({
    area: z.string().max(48).optional(),
    account: Number64.optional(),
    past: z.literal("true").optional(),
  }),
  result: z.object({
    rows: z.array(Helper).max(helpersPageMax),
    /** There are others; ask by `area`. */
    more: z.boolean(),
    readAt: z.object({ height: z.int().nonnegative(), timeMs: TimeMs }),
  }),
} as const;

export const postsViews = [helpersView] as const;
