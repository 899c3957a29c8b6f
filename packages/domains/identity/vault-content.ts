/** What the vault keeps about people. Browser-safe. */
import { z } from "zod";

export const personNameCharsMax = 100;

/** A person's name; the subject is `person/<account>`. */
export const PersonContent = z.object({
  kind: z.literal("person"),
  name: z.string().trim().min(1).max(personNameCharsMax),
});

export const personSubject = (account: string): string => `person/${account}`;
