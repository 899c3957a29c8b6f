import { NoticePlace } from "@mingbai/workflow/views";
import { MailChoice, MailToken } from "@mingbai/workflow/views/personal-settings";
import { z } from "zod";

/** A mail that was decided on. It is written down before it is sent, so that a crash sends the same one again. */
export const PendingMail = z.strictObject({
  /** Of the mail's Message-ID, before the @: the same for the same mail, and telling nothing of whom or what. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The newest notice that it tells of. */
  to: NoticePlace,
  count: z.int().positive(),
});
export type PendingMail = z.infer<typeof PendingMail>;

/** One person's mail: what they chose, and how far it went. Absent where nobody asked for any. */
export const MailRecord = z.strictObject({
  ...MailChoice.shape,
  token: MailToken,
  /** Notices up to this place were told of, or came before the person asked. */
  sentTo: NoticePlace,
  /** When the last mail went, ms; 0 before the first. */
  sentMs: z.int().nonnegative(),
  pending: PendingMail.optional(),
  /** How often the pending mail, or the address, was not taken; since then nothing went through. */
  failures: z.int().nonnegative(),
  /** Not to be tried before, ms. */
  nextMs: z.int().nonnegative(),
  /** The address was refused so often that nothing is sent until it is entered anew. */
  isRefused: z.boolean(),
});
export type MailRecord = z.infer<typeof MailRecord>;
