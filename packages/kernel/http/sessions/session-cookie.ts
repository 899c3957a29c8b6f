import { hash } from "node:crypto";
import { sessionMsMax } from "./limits.ts";

const cookieName = "mingbai_session";
const suffixChars = 8;
const token = /^[0-9a-f]{64}$/;
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Between which pages and which node a session is. */
export interface CookiePlace {
  /** The origin that names the node. */
  readonly node: string;
  /** The node's origin that the browser knows it by. */
  readonly reached: string;
  /** Origin of the page: the node's, or that of another member's node. */
  readonly page: string;
  /** Whether the ledger has other nodes. */
  readonly isAmongOthers: boolean;
}

/**
 * The cookie's name. Cookies know no ports, and a session that was begun from one member's pages must not be carried by
 * another's: among others each pair of page and node has a cookie of its own.
 */
export function sessionCookieName({ node, page, isAmongOthers }: CookiePlace): string {
  return isAmongOthers ? `${cookieName}_${hash("sha256", `${node}\n${page}`).slice(0, suffixChars)}` : cookieName;
}

/** The token in a request's cookies, if there is one that can be ours. */
export function findSessionToken(cookies: string | undefined, place: CookiePlace): string | undefined {
  const start = `${sessionCookieName(place)}=`;
  const pair = cookies?.split(";").find((one) => one.trimStart().startsWith(start));
  const given = pair?.trimStart().slice(start.length);
  return given !== undefined && token.test(given) ? given : undefined;
}

/** Sets the cookie. Scripts cannot read it, and other sites' pages cannot have it sent. */
export function sessionCookie(given: string, place: CookiePlace): string {
  return `${sessionCookieName(place)}=${given}; Max-Age=${sessionMsMax / 1_000}; ${attributes(place.reached)}`;
}

/** Takes the cookie away. */
export function endedCookie(place: CookiePlace): string {
  return `${sessionCookieName(place)}=; Max-Age=0; ${attributes(place.reached)}`;
}

function attributes(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  // Without TLS a browser keeps no secure cookie; this machine alone may do without.
  const isPlain = protocol === "http:" && loopbackHosts.includes(hostname);
  return `Path=/api; HttpOnly; SameSite=Strict${isPlain ? "" : "; Secure"}`;
}
