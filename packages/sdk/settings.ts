import {
  type MailChoice,
  MailState,
  NoticeMarks,
  type NoticesRead,
  PersonalSettings,
  type SavedViews,
} from "@mingbai/workflow/views/personal-settings";
import type { z } from "zod";
import type { Client } from "./client.ts";
import { problemIn } from "./problem-error.ts";

/** What the node keeps for the person signed in: notices read, filters by name, mail. Throws ProblemError SESSION_NONE. */
export async function mySettings(client: Client): Promise<PersonalSettings> {
  return PersonalSettings.parse(await answerTo(client, "/api/settings", "GET"));
}

/** Marks notices as read: everything up to `seen`, or those named. Returns all marks. */
export async function markNoticesRead(client: Client, read: z.input<typeof NoticesRead>): Promise<NoticeMarks> {
  return NoticeMarks.parse(await answerTo(client, "/api/settings/notices", "PUT", read));
}

/** Keeps the filters of one page in the place of those before. Returns those of every page. */
export async function keepViews(client: Client, views: z.input<typeof SavedViews>): Promise<PersonalSettings["views"]> {
  return PersonalSettings.shape.views.parse(await answerTo(client, "/api/settings/views", "PUT", views));
}

/** Asks for notices by mail. Throws ProblemError MAIL_NOT_SET_UP where the node sends none. */
export async function chooseMail(client: Client, choice: MailChoice): Promise<MailState> {
  return MailState.parse(await answerTo(client, "/api/settings/mail", "PUT", choice));
}

/** Ends the mail and has the node forget the address. */
export async function endMail(client: Client): Promise<MailState> {
  return MailState.parse(await answerTo(client, "/api/settings/mail", "DELETE"));
}

/** Ends the mail whose last line names this token; nobody need be signed in. Throws ProblemError MAIL_ENDED. */
export async function endMailOf(client: Client, token: string): Promise<void> {
  const response = await client.send(`/mail/end/${token}`, { method: "POST" });
  if (!response.ok) throw await problemIn(response);
}

async function answerTo(client: Client, path: string, method: string, body?: object): Promise<unknown> {
  const response = await client.send(path, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemIn(response);
  return response.json();
}
