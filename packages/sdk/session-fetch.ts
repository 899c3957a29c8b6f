import { csrfHeader } from "@mingbai/http/session-views";

/** A node among others names its cookie after itself. */
const sessionPair = /^(mingbai_session(?:_[0-9a-f]{8})?)=(.*)$/;

/**
 * `fetch` that carries a session. Browsers keep the cookie themselves and show it to nobody; in Node it is kept here,
 * for this client alone.
 */
export function sessionFetch(send: typeof fetch, session: { readonly csrf: string | undefined }): typeof fetch {
  let cookie: string | undefined;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie !== undefined) headers.set("cookie", cookie);
    if (session.csrf !== undefined && isChange(init?.method)) headers.set(csrfHeader, session.csrf);
    const response = await send(input, { ...init, headers });
    for (const text of response.headers.getSetCookie()) {
      const pair = text.split(";", 1)[0] ?? "";
      const [, , token] = sessionPair.exec(pair) ?? [];
      if (token !== undefined) cookie = token === "" ? undefined : pair;
    }
    return response;
  };
}

/** Whether requests of this method change something. */
export function isChange(method = "GET"): boolean {
  return method !== "GET" && method !== "HEAD";
}
