/** What the commands about those who help a household take. Browser-safe. */
import { Number64Text } from "@mingbai/identity/schema";
import { z } from "zod";

/** People and households of one act: its body has 64 KiB, a household takes 19 bytes of it and a person some 50. */
export const helpersPerActMax = 400;
export const householdsPerActMax = 2_000;

const Assignment = z.strictObject({ account: Number64Text, households: z.array(Number64Text).min(1) });
export type Assignment = z.infer<typeof Assignment>;

/** Who answers for which households from now on: a leader's decision about many at once. */
export const AssignHouseholds = z.strictObject({
  assignments: z
    .array(Assignment)
    .min(1)
    .max(helpersPerActMax)
    .refine((list) => isUnique(list.map(({ account }) => account)), "a person stands twice")
    .refine((list) => isUnique(list.flatMap(({ households }) => households)), "a household stands twice")
    .refine(
      (list) => list.reduce((sum, { households }) => sum + households.length, 0) <= householdsPerActMax,
      `more than ${householdsPerActMax} households`,
    ),
});

/** `content`: what is said (`content/texts/message-text.ts`). `onBehalf`: an office writes down what the household says. */
export const SendMessage = z.strictObject({
  household: Number64Text,
  content: z.string().regex(/^[0-9a-f]{64}$/),
  onBehalf: z.literal(true).optional(),
});

/** Those of the registry's commands that are about helping, by their verbs. */
export const helpCommands = { assignHouseholds: AssignHouseholds, sendMessage: SendMessage } as const;

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
