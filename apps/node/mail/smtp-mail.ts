import { createTransport } from "nodemailer";
import type { Mail, MailOutcome, MailPort } from "./mail-port.ts";
import type { SmtpOptions } from "./smtp-options.ts";

const connectMsMax = 15_000;
const silenceMsMax = 30_000;
const closing = 421;

/** Carries mail to one server over SMTP (RFC 5321), one connection a mail. Its errors hold addresses and go no further. */
export function smtpMail({ host, port, security, login, from }: SmtpOptions): MailPort {
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "plain",
    ...(login !== undefined && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: connectMsMax,
    greetingTimeout: connectMsMax,
    socketTimeout: silenceMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    async send({ to, id, subject, text, endUrl }: Mail): Promise<MailOutcome> {
      const headers = {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": `<${endUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      };
      try {
        await transport.sendMail({ from, to, subject, text, headers, messageId: `<${id}@${domain}>` });
        return "sent";
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * What a server said of this mail: 5yz to its recipient is for good, 4yz for now (RFC 5321, 4.2.1), and so is whatever it
 * had against the text, which is the same for all. Anything else was not about this mail: no connection, no login, a sender
 * that is not let in, a server that is closing (421).
 */
function outcomeOf(error: unknown): MailOutcome {
  if (!(error instanceof Error)) throw error;
  const { code, command, responseCode } = error as Error & Readonly<Record<string, unknown>>;
  if (code === "EENVELOPE" && command === "API") return "refused";
  if (typeof responseCode !== "number" || responseCode === closing) return "away";
  if (command === "RCPT TO") return responseCode >= 500 ? "refused" : "later";
  return command === "DATA" ? "later" : "away";
}
