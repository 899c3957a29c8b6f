import { z } from "zod";

/**
 * What a public notice says of a household, and nothing more: whoever opens it hands this in, with the head's name masked
 * as the public sees names. `monitored`, `cause`: codes of the form's options.
 */
export const noticeFields = {
  number: z.string().max(40),
  village: z.string().max(60),
  team: z.string().max(40),
  /** 卢*枝, 卢*, J* D*: no other name is taken. */
  head: z
    .string()
    .max(60)
    .regex(/^(\p{Script=Han}\*\p{Script=Han}?|[^\s*]\*( [^\s*]\*)*)$/u, "the name is not masked"),
  monitored: z.string().max(12),
  cause: z.string().max(12),
} as const;
export const NoticeText = z.strictObject({ kind: z.literal("notice"), ...noticeFields });
export type NoticeText = z.infer<typeof NoticeText>;
