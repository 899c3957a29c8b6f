import { toHex } from "@mingbai/codec/hex";
import { sessionMessage } from "@mingbai/crypto/session-message";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { passkeySigner } from "@mingbai/crypto/signers/passkey-signer";
import { virtualAuthenticator } from "@mingbai/crypto/signers/virtual-authenticator";
import { actorTable } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { challengeMsMax, sessionIdleMsMax } from "./limits.ts";
import { carried, changeKey, serveSessions, testAccount, testKeyId, testOrigin } from "./test-session-server.ts";

const seed = new Uint8Array(32).fill(3);
const signer = generateSigner("ed25519", seed);
const stranger = generateSigner("ed25519", seed.with(0, 9));
const unknownKeyId = "00000000000000ff";
const foreign = { origin: "https://elsewhere.example" };

describe("signing in", () => {
  it("answers who it is, and the cookie says so from then on", async () => {
    const { ask, signIn } = await serveSessions(signer);
    const signedIn = await signIn();
    expect(signedIn.statusCode).toBe(200);
    const who = { account: testAccount, keyId: testKeyId, organisation: "office", roles: ["auditor"] };
    expect(signedIn.json()).toMatchObject({ ...who, idleMsMax: sessionIdleMsMax });
    const later = await ask("GET", "/api/session", undefined, carried(signedIn));
    expect(later.json()).toEqual(signedIn.json());
    expect(later.headers["cache-control"]).toBe("no-store");
    expect((await ask("GET", "/api/session")).json()).toMatchObject({ status: 401, code: "SESSION_NONE" });
  });

  it.each([
    ["http://localhost:8470", ""],
    ["http://127.0.0.1:1", ""],
    ["https://ledger.example", "; Secure"],
    ["http://ledger.example", "; Secure"],
  ])("from %s gives a cookie that no script reads and no other site sends", async (origin, secure) => {
    const { signIn } = await serveSessions(signer, origin);
    expect((await signIn()).headers["set-cookie"]).toMatch(
      new RegExp(`^mingbai_session=[0-9a-f]{64}; Max-Age=43200; Path=/api; HttpOnly; SameSite=Strict${secure}$`),
    );
  });

  it.each<
    [string, number, string, (scene: Awaited<ReturnType<typeof serveSessions>>) => ReturnType<typeof scene.signIn>]
  >([
    [
      "a key that the ledger does not know",
      401,
      "SIGN_IN_REFUSED",
      async ({ ask, challenge, chain }) => {
        const claim = { chain, origin: testOrigin, keyId: unknownKeyId, challenge: await challenge(unknownKeyId) };
        const signature = toHex(await signer.sign(sessionMessage(claim)));
        return ask("POST", "/api/session", { keyId: unknownKeyId, challenge: claim.challenge, signature });
      },
    ],
    [
      "another's signature",
      401,
      "SIGN_IN_REFUSED",
      async ({ ask, challenge, chain }) => {
        const claim = { chain, origin: testOrigin, keyId: testKeyId, challenge: await challenge() };
        const signature = toHex(await stranger.sign(sessionMessage(claim)));
        return ask("POST", "/api/session", { keyId: testKeyId, challenge: claim.challenge, signature });
      },
    ],
    ["a signature for another ledger", 401, "SIGN_IN_REFUSED", ({ signIn }) => signIn({ chain: new Uint8Array(32) })],
    ["a signature for other pages", 401, "SIGN_IN_REFUSED", ({ signIn }) => signIn({ origin: foreign.origin })],
    ["a signature for another key's number", 401, "SIGN_IN_REFUSED", ({ signIn }) => signIn({ keyId: unknownKeyId })],
    [
      "a signature for another challenge",
      401,
      "SIGN_IN_REFUSED",
      ({ signIn }) => signIn({ challenge: "ab".repeat(32) }),
    ],
    [
      "a key that does not count yet",
      401,
      "SIGN_IN_REFUSED",
      ({ signIn, state }) => {
        changeKey(state, { fromHeight: 7 });
        return signIn();
      },
    ],
    [
      "a revoked key",
      401,
      "SIGN_IN_REFUSED",
      ({ signIn, state }) => {
        changeKey(state, { untilHeight: 6 });
        return signIn();
      },
    ],
    [
      "a person the ledger does not know",
      401,
      "SIGN_IN_REFUSED",
      ({ signIn, state }) => {
        state.table(actorTable).delete(testAccount);
        return signIn();
      },
    ],
    [
      "a challenge that nobody gave",
      401,
      "CHALLENGE_ENDED",
      ({ signIn }) => signIn({}, { challenge: "ab".repeat(32) }),
    ],
    [
      "a challenge for another key",
      401,
      "CHALLENGE_ENDED",
      async ({ signIn, challenge }) => signIn({}, { challenge: await challenge(unknownKeyId) }),
    ],
    ["pages of another address", 403, "ORIGIN_FOREIGN", ({ signIn }) => signIn({}, {}, foreign)],
    ["a key's number that is none", 422, "FIELDS_INVALID", ({ signIn }) => signIn({}, { keyId: "a1" })],
    [
      "a signature that is too long",
      422,
      "FIELDS_INVALID",
      ({ signIn }) => signIn({}, { signature: "ab".repeat(1025) }),
    ],
  ])("is refused to %s: %i %s", async (_name, status, code, attempt) => {
    const scene = await serveSessions(signer);
    const answer = await attempt(scene);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.body).not.toContain(testAccount);
  });

  it("takes a challenge once", async () => {
    const { ask, challenge, chain } = await serveSessions(signer);
    const claim = { chain, origin: testOrigin, keyId: testKeyId, challenge: await challenge() };
    const given = {
      keyId: testKeyId,
      challenge: claim.challenge,
      signature: toHex(await signer.sign(sessionMessage(claim))),
    };
    expect((await ask("POST", "/api/session", given)).statusCode).toBe(200);
    expect((await ask("POST", "/api/session", given)).json().code).toBe("CHALLENGE_ENDED");
  });

  it("takes no challenge after its time", async () => {
    const { ask, challenge, chain, clock } = await serveSessions(signer);
    const claim = { chain, origin: testOrigin, keyId: testKeyId, challenge: await challenge() };
    clock.nowMs += challengeMsMax;
    const given = {
      keyId: testKeyId,
      challenge: claim.challenge,
      signature: toHex(await signer.sign(sessionMessage(claim))),
    };
    expect((await ask("POST", "/api/session", given)).json().code).toBe("CHALLENGE_ENDED");
  });

  it("by passkey counts from this ledger's own pages only", async () => {
    const at = (origin: string) => virtualAuthenticator({ seed, rpId: "localhost", origin });
    const { port, credentialId, publicKey } = at(testOrigin);
    const { signIn } = await serveSessions(passkeySigner(port, { credentialId, publicKey, rpId: "localhost" }));
    expect((await signIn()).json()).toMatchObject({ account: testAccount });
    const elsewhere = passkeySigner(at(foreign.origin).port, { credentialId, publicKey, rpId: "localhost" });
    expect((await (await serveSessions(elsewhere)).signIn()).json().code).toBe("SIGN_IN_REFUSED");
  });

  it("leaves neither key nor account in the log", async () => {
    const { signIn, log } = await serveSessions(signer);
    await signIn();
    await signIn({ origin: foreign.origin });
    expect(log.join("")).not.toMatch(new RegExp(`${testKeyId}|${testAccount}|mingbai_session`));
    expect(log.length).toBeGreaterThan(0);
  });
});
