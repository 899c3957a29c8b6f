import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { MailAddress } from "@mingbai/workflow/views/personal-settings";

/** How a mail server is reached, and as whom. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** tls from the first byte; starttls: before anything is said; plain: only within this machine. */
  readonly security: "tls" | "starttls" | "plain";
  readonly login?: { readonly user: string; readonly password: string };
  readonly from: string;
}

export const smtpHelp = `  MINGBAI_SMTP  sends notices by mail: smtps://USER@HOST:465, or smtp://USER@HOST:587 with STARTTLS; off when not set
  MINGBAI_SMTP_PASSWORD_FILE  a file with the password on its first line
  MINGBAI_SMTP_FROM  the sender's address, such as mingbai@linxi.example
`;

const ports = { "smtps:": 465, "smtp:": 587 } as const;
const loopback: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The options of sending mail; undefined where none are set. Throws an Error that says what is wrong, never the password. */
export function readSmtp(environment: NodeJS.ProcessEnv): SmtpOptions | undefined {
  const { MINGBAI_SMTP: address, MINGBAI_SMTP_FROM: from, MINGBAI_SMTP_PASSWORD_FILE: file } = environment;
  if (address === undefined || address === "") return undefined;
  const url = URL.parse(address);
  const protocol = url?.protocol;
  if (url === null || (protocol !== "smtps:" && protocol !== "smtp:") || url.hostname === "")
    throw new Error("MINGBAI_SMTP is an address like smtps://USER@HOST:465");
  if (url.password !== "") throw new Error("the password stands in a file: MINGBAI_SMTP_PASSWORD_FILE names it");
  if (!MailAddress.safeParse(from).success || from === undefined)
    throw new Error("MINGBAI_SMTP_FROM is the sender's address, such as mingbai@linxi.example");
  const user = decodeURIComponent(url.username);
  if ((user === "") !== (file === undefined || file === ""))
    throw new Error("a user of MINGBAI_SMTP and MINGBAI_SMTP_PASSWORD_FILE go together");
  return {
    host: isIP(url.hostname.replaceAll(/[[\]]/g, "")) === 6 ? url.hostname.slice(1, -1) : url.hostname,
    port: url.port === "" ? ports[protocol] : Number(url.port),
    security: protocol === "smtps:" ? "tls" : loopback.includes(url.hostname) ? "plain" : "starttls",
    from,
    ...(file !== undefined && file !== "" && { login: { user, password: readPassword(file) } }),
  };
}

function readPassword(file: string): string {
  const [password = ""] = readFileSync(file, "utf8").split(/\r?\n/);
  if (password === "") throw new Error("the file that MINGBAI_SMTP_PASSWORD_FILE names is empty");
  return password;
}
