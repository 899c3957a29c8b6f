import { describe, expect, it } from "vitest";
import { createClient, generateSigner, signIn, signOut, staySignedIn, whoAmI } from "./index.ts";

const keyId = "00000000000000a1";
const signer = generateSigner("ed25519", new Uint8Array(32).fill(4));
const view = {
  account: keyId,
  keyId,
  organisation: "office",
  roles: ["auditor"],
  csrf: "cd".repeat(32),
  idleMsMax: 1,
  idleEndsMs: 1,
  endsMs: 1,
  nowMs: 1,
};
const chain = {
  chain: "05".repeat(32),
  name: "Sample",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  height: 1,
  timeMs: 1,
};

/** A node that signs anyone in, and remembers what it was sent. */
function node() {
  const sent: { what: string; cookie: string | null; csrf: string | null }[] = [];
  const client = createClient({
    url: "http://node.example/",
    async fetch(input, init) {
      const { pathname } = new URL(String(input));
      const headers = new Headers(init?.headers);
      const what = `${init?.method ?? "GET"} ${pathname}`;
      sent.push({ what, cookie: headers.get("cookie"), csrf: headers.get("x-mingbai-csrf") });
      if (what.endsWith("ledger.chain")) return Response.json(chain);
      if (what.endsWith("/challenge")) return Response.json({ challenge: "ab".repeat(32), expiresMs: 9 });
      const cookies: Record<string, string> = {
        "POST /api/session": "mingbai_session=secret; Path=/api; HttpOnly",
        "DELETE /api/session": "mingbai_session=; Max-Age=0",
      };
      const cookie = cookies[what];
      const answerHeaders = cookie === undefined ? {} : { "set-cookie": cookie };
      if (what.startsWith("DELETE")) return new Response(null, { status: 204, headers: answerHeaders });
      return Response.json(view, { headers: answerHeaders });
    },
  });
  return { client, sent };
}

describe("a client that signs in", () => {
  it("keeps the cookie and the mark, sends them while it is signed in, and no longer", async () => {
    const { client, sent } = node();
    await signIn(client, { signer, keyId });
    await whoAmI(client);
    await staySignedIn(client);
    await signOut(client);
    await whoAmI(client);
    const cookie = "mingbai_session=secret";
    expect(sent).toEqual([
      { what: "GET /api/queries/ledger.chain", cookie: null, csrf: null },
      { what: "POST /api/session/challenge", cookie: null, csrf: null },
      { what: "POST /api/session", cookie: null, csrf: null },
      { what: "GET /api/session", cookie, csrf: null },
      { what: "POST /api/session/stay", cookie, csrf: view.csrf },
      { what: "DELETE /api/session", cookie, csrf: view.csrf },
      { what: "GET /api/session", cookie: null, csrf: null },
    ]);
  });
});
