import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { passkeySigner } from "@mingbai/crypto/signers/passkey-signer";
import { virtualAuthenticator } from "@mingbai/crypto/signers/virtual-authenticator";
import { describe, expect, it } from "vitest";
import { carried, serveSessions, testAccount, testOrigin } from "./test-session-server.ts";

const seed = new Uint8Array(32).fill(3);
const signer = generateSigner("ed25519", seed);
const neighbour = "http://localhost:8480";
const third = "http://localhost:8490";
const stranger = "https://elsewhere.example";
const among = (by = signer) => serveSessions(by, testOrigin, [neighbour, third]);
const from = (origin: string) => ({ origin });

describe("pages of the ledger's other nodes", () => {
  it("are allowed to ask, with cookies, and strangers' pages are not", async () => {
    const { ask } = await among();
    const preflight = await ask("OPTIONS", "/api/commands/sample.write", undefined, from(neighbour));
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": neighbour,
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": expect.stringContaining("x-mingbai-csrf"),
      vary: "origin",
    });
    const asked = await ask("GET", "/api/session", undefined, from(neighbour));
    expect(asked.headers["access-control-allow-origin"]).toBe(neighbour);
    for (const page of [stranger, `${neighbour}0`, "null"]) {
      for (const method of ["OPTIONS", "GET"] as const) {
        const { headers } = await ask(method, "/api/session", undefined, from(page));
        expect(headers["access-control-allow-origin"], page).toBeUndefined();
      }
    }
  });

  it("sign in for themselves: no other page rides on that session, nor they on another's", async () => {
    const { ask, signIn } = await among();
    const theirs = carried(await signIn({}, {}, from(neighbour)));
    const own = carried(await signIn());
    expect(theirs.cookie.split("=")[0]).not.toBe(own.cookie.split("=")[0]);
    const statusOf = async (cookies: object, page?: string) =>
      (await ask("GET", "/api/session", undefined, { ...cookies, ...(page && from(page)) })).statusCode;
    expect(await statusOf(theirs, neighbour)).toBe(200);
    expect(await statusOf(theirs)).toBe(401);
    expect(await statusOf(theirs, third)).toBe(401);
    expect(await statusOf(own)).toBe(200);
    expect(await statusOf(own, testOrigin)).toBe(200);
    expect(await statusOf(own, neighbour)).toBe(401);
    const both = { cookie: `${theirs.cookie}; ${own.cookie}` };
    expect(await statusOf(both, neighbour)).toBe(200);
    expect(await statusOf(both)).toBe(200);
  });

  it("sign what names this node: a signature for their own node does not count here", async () => {
    const { signIn } = await among();
    expect((await signIn({ origin: neighbour }, {}, from(neighbour))).json().code).toBe("SIGN_IN_REFUSED");
    expect((await signIn({}, {}, from(stranger))).json().code).toBe("ORIGIN_FOREIGN");
  });

  it.each([
    [neighbour, neighbour, { account: testAccount }],
    [testOrigin, neighbour, { code: "SIGN_IN_REFUSED" }],
    [neighbour, testOrigin, { code: "SIGN_IN_REFUSED" }],
    [stranger, neighbour, { code: "SIGN_IN_REFUSED" }],
  ])("a passkey used on %s signs in from %s: %o", async (used, page, answer) => {
    const { port, credentialId } = virtualAuthenticator({ seed, rpId: "localhost", origin: used });
    const { publicKey } = virtualAuthenticator({ seed, rpId: "localhost", origin: testOrigin });
    const { signIn } = await among(passkeySigner(port, { credentialId, publicKey, rpId: "localhost" }));
    expect((await signIn({}, {}, from(page))).json()).toMatchObject(answer);
  });

  it("change something with their session's mark only", async () => {
    const { ask, signIn } = await among();
    const theirs = carried(await signIn({}, {}, from(neighbour)));
    const stay = (headers: object) => ask("POST", "/api/session/stay", undefined, { ...headers, ...from(neighbour) });
    expect((await stay(theirs)).statusCode).toBe(200);
    expect((await stay({ cookie: theirs.cookie })).json().code).toBe("CSRF_WRONG");
  });
});
