/** What the vault keeps about people, beside `PersonDetails` of the schema. Browser-safe. */
import { z } from "zod";
import { keyNameCharsMax, personNameCharsMax } from "./schema.ts";

/** A person's name; the subject is `person/<account>`. */
export const PersonContent = z.object({
  kind: z.literal("person"),
  name: z.string().trim().min(1).max(personNameCharsMax),
});

export const personSubject = (account: string): string => `person/${account}`;

/** What a person calls the device that holds a key; the subject is `key/<key>`. */
export const KeyContent = z.object({
  kind: z.literal("key"),
  name: z.string().trim().min(1).max(keyNameCharsMax),
});

export const keySubject = (keyId: string): string => `key/${keyId}`;
