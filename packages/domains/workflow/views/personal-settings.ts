/**
 * What a node keeps for a person besides the ledger: which notices were read, filters by name, mail. Browser-safe.
 * Places are those of notices (`views.ts`).
 */
import { z } from "zod";
import { NoticePlace } from "../views.ts";
import { noticeKinds } from "./notice-kinds.ts";

/** Notices read one by one; whoever reads more of them is better served by "all read". */
export const readNoticesMax = 200;
export const savedViewsMax = 20;
export const savedNameCharsMax = 40;
export const savedPagesMax = 10;
export const mailAddressCharsMax = 254;

/** Everything up to `seen` was read, and of what came after it `read`. */
export const NoticeMarks = z.strictObject({ seen: NoticePlace, read: z.array(NoticePlace).max(readNoticesMax) });
export type NoticeMarks = z.infer<typeof NoticeMarks>;
/** What is read now; it joins what was read before, on whichever device. */
export const NoticesRead = z.strictObject({
  seen: NoticePlace.optional(),
  read: z.array(NoticePlace).max(readNoticesMax).default([]),
});

/** Half of a character is no text: nothing that is kept could spell it. */
const isWhole = (text: string): boolean => text.isWellFormed();

/** A filter kept under a name: the part of an address after `?`. */
export const SavedView = z.strictObject({
  name: z.string().trim().min(1).max(savedNameCharsMax).refine(isWhole),
  search: z.string().max(2_000).refine(isWhole),
});
export type SavedView = z.infer<typeof SavedView>;
const PageName = z.string().regex(/^[a-z]{1,30}$/);
/** The filters of one page, in the place of those before. */
export const SavedViews = z.strictObject({ page: PageName, views: z.array(SavedView).max(savedViewsMax) });

/** An address for mail. What cannot stand in a mail's head is none, whatever else it is. */
export const MailAddress = z
  .email()
  .max(mailAddressCharsMax)
  .regex(/^[\x21-\x7e]+$/);
export const mailPaces = ["atOnce", "daily"] as const;
export const MailChoice = z.strictObject({
  address: MailAddress,
  kinds: z.array(z.enum(noticeKinds)).min(1).max(noticeKinds.length),
  pace: z.enum(mailPaces),
});
export type MailChoice = z.infer<typeof MailChoice>;

/**
 * `isSetUp`: whether this node sends mail at all. `isRefused`: the address was refused by its server, so that nothing is
 * sent until it is entered anew.
 */
export const MailState = z.object({
  isSetUp: z.boolean(),
  choice: MailChoice.nullable(),
  isRefused: z.boolean(),
});
export type MailState = z.infer<typeof MailState>;

export const PersonalSettings = z
  .object({ notices: NoticeMarks, views: z.record(PageName, z.array(SavedView)), mail: MailState })
  .meta({ id: "PersonalSettings" });
export type PersonalSettings = z.infer<typeof PersonalSettings>;

/** What the address of a mail's last line names: whoever holds it may end the mail, and nothing else. */
export const MailToken = z.string().regex(/^[0-9a-f]{64}$/);
