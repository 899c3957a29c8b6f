import type { Mail } from "./mail-port.ts";

/**
 * A mail says that something waits and where, in both languages since it knows nobody's: no names, amounts or subjects, and
 * no address of one matter, since mail is read on its way. `page`: where the node's pages are.
 */
export function mailText(
  page: string,
  { count, token }: { count: number; token: string },
): Pick<Mail, "subject" | "text" | "endUrl"> {
  const endUrl = `${page}/mail/end/${token}`;
  const subject = "明白账：有新通知 · Mingbai: something waits for you";
  const text = [
    `您在明白账里有 ${count} 条新通知，请登录查看：`,
    `There ${count === 1 ? "is 1 new notice" : `are ${count} new notices`} for you. Sign in to see what waits:`,
    "",
    `${page}/notices`,
    "",
    "这封信不写事情的内容，也不会向您要密码。不想再收信，请打开：",
    "This mail never says what it is about and never asks for a password. To end these mails:",
    "",
    endUrl,
    "",
  ].join("\n");
  return { subject, text, endUrl };
}
