import { z } from "zod";

export const messageCharsMax = 1_000;

/** What the household and those who look after it write to each other. */
export const MessageText = z.strictObject({
  kind: z.literal("message"),
  words: z.string().min(1).max(messageCharsMax),
});
export type MessageText = z.infer<typeof MessageText>;
