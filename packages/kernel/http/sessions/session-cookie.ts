import { sessionMsMax } from "./limits.ts";

export const sessionCookieName = "mingbai_session";

const tokenInCookies = new RegExp(`(?:^|;\\s*)${sessionCookieName}=([0-9a-f]{64})(?:;|$)`);
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** The token in a request's cookies, if there is one that can be ours. */
export function findSessionToken(cookies: string | undefined): string | undefined {
  return cookies === undefined ? undefined : tokenInCookies.exec(cookies)?.[1];
}

/** Sets the cookie. Scripts cannot read it, and other sites' pages cannot have it sent. */
export function sessionCookie(token: string, origin: string): string {
  return `${sessionCookieName}=${token}; Max-Age=${sessionMsMax / 1_000}; ${attributes(origin)}`;
}

/** Takes the cookie away. */
export function endedCookie(origin: string): string {
  return `${sessionCookieName}=; Max-Age=0; ${attributes(origin)}`;
}

function attributes(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  // Without TLS a browser keeps no secure cookie; this machine alone may do without.
  const isPlain = protocol === "http:" && loopbackHosts.includes(hostname);
  return `Path=/api; HttpOnly; SameSite=Strict${isPlain ? "" : "; Secure"}`;
}
