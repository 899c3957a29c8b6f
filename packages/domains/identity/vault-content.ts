/** What the vault keeps about people. Browser-safe. */
import { z } from "zod";

export const personNameCharsMax = 100;

/** A person's name; the subject is `person/<account>`. */
export const PersonContent = z.object({
  kind: z.literal("person"),
  name: z.string().trim().min(1).max(personNameCharsMax),
});

export const personSubject = (account: string): string => `person/${account}`;

export const keyNameCharsMax = 40;

/** What a person calls the device that holds a key; the subject is `key/<key>`. */
export const KeyContent = z.object({
  kind: z.literal("key"),
  name: z.string().trim().min(1).max(keyNameCharsMax),
});

export const keySubject = (keyId: string): string => `key/${keyId}`;

export const contactCharsMax = 100;

/** What is kept of a person once it was changed, under its commitment as every content is. */
export const PersonDetails = PersonContent.extend({
  kind: z.literal("personDetails"),
  /** Telephone, room, address of an office; empty where none is kept. */
  contact: z.string().trim().max(contactCharsMax),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Where vaults keep the content of a commitment, as {salt, content}. */
export const detailsSubject = (commitment: string): string => `content/${commitment}`;
