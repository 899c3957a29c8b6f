/** What the commands about people who help take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { AreaId, Number64Text } from "@mingbai/identity/schema";
import { z } from "zod";

/** Village committees are elected for five years (村民委员会组织法, 2018, § 11); a post is held no longer without being given again. */
export const postMsMax = 5 * 366 * 24 * 60 * 60 * 1_000;
export const areasPerPostMax = 16;
/** Households that one person may look after in one post. */
export const householdsPerPostMax = 500;

/** What somebody helps as. */
export const postKinds = [
  "villageSecretary",
  "villageCommittee",
  "firstSecretary",
  "workTeam",
  "gridWorker",
  "helpingCadre",
] as const;
export type PostKind = (typeof postKinds)[number];

const Commitment = z.string().regex(/^[0-9a-f]{64}$/);

/** `householdsMax`: how many households the person takes on in this post; 0 for none. From now on where `fromMs` is absent. */
export const GivePost = z.strictObject({
  post: Number64Text,
  account: Number64Text,
  kind: z.enum(postKinds),
  areas: z
    .array(AreaId)
    .min(1)
    .max(areasPerPostMax)
    .refine((areas) => new Set(areas).size === areas.length, "an area stands twice"),
  householdsMax: z.int().min(0).max(householdsPerPostMax),
  fromMs: z.int().min(0).optional(),
  untilMs: z.int().min(1),
});

export const EndPost = z.strictObject({ post: Number64Text });

/** `subject`: the random number under which the person's qualifications are sealed (`content/qualifications.ts`). */
export const DescribeHelper = z.strictObject({ account: Number64Text, subject: Number64Text, content: Commitment });

/** What is known of a person who helps no longer is erased. */
export const ForgetHelper = z.strictObject({ account: Number64Text });

/** `subject`: under whose number it was sealed; `statement`: `content/forgetting-statement.ts`. */
export const AcknowledgeForgetting = z.strictObject({ subject: Number64Text, statement: Commitment });

/** Every command of this domain by its verb; its name on the ledger is `posts.<verb>`. */
export const postsCommands = {
  givePost: GivePost,
  endPost: EndPost,
  describeHelper: DescribeHelper,
  forgetHelper: ForgetHelper,
  acknowledgeForgetting: AcknowledgeForgetting,
} as const;
