import { fromHex, toHex } from "@mingbai/codec/hex";
import { sessionMessage } from "@mingbai/crypto/session-message";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { passkeySigner } from "@mingbai/crypto/signers/passkey-signer";
import { virtualAuthenticator } from "@mingbai/crypto/signers/virtual-authenticator";
import { type KeyRecord, keyTable } from "@mingbai/ledger/authority/key";
import { actorTable } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";
import { describe, expect, it } from "vitest";
import { Challenges } from "./challenges.ts";
import {
  challengeMsMax,
  challengesMax,
  sessionIdleMsMax,
  sessionMsMax,
  sessionsPerAccountMax,
  signInsPerMinuteMax,
} from "./limits.ts";
import { carried, serveSessions, testAccount, testKeyId, testOrigin } from "./test-session-server.ts";

const seed = new Uint8Array(32).fill(3);
const signer = generateSigner("ed25519", seed);
const stranger = generateSigner("ed25519", seed.with(0, 9));
const unknownKeyId = "00000000000000ff";
const foreign = { origin: "https://elsewhere.example" };

function changeKey(state: State, change: Partial<KeyRecord>): void {
  const key = state.table(keyTable).find(testKeyId);
  if (key === undefined) throw new Error("the sample ledger has no such key");
  state.table(keyTable).set(testKeyId, { ...key, ...change });
}

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

describe("a session", () => {
  const isThere = async (scene: Awaited<ReturnType<typeof serveSessions>>, headers: ReturnType<typeof carried>) =>
    (await scene.ask("GET", "/api/session", undefined, headers)).statusCode === 200;

  it("ends when nothing is done for half an hour; looking is not doing", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    scene.clock.nowMs += sessionIdleMsMax - 1;
    expect(await isThere(scene, headers)).toBe(true);
    scene.clock.nowMs += 1;
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("goes on when its person stays, but no longer than half a day", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const endMs = scene.clock.nowMs + sessionMsMax;
    while (scene.clock.nowMs + sessionIdleMsMax - 1 < endMs) {
      scene.clock.nowMs += sessionIdleMsMax - 1;
      const stayed = await scene.ask("POST", "/api/session/stay", undefined, headers);
      expect(stayed.json().idleEndsMs).toBe(Math.min(scene.clock.nowMs + sessionIdleMsMax, endMs));
    }
    scene.clock.nowMs = endMs;
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("ends with its key, and with the person's place on the ledger", async () => {
    for (const end of ["key", "person"]) {
      const scene = await serveSessions(signer);
      const headers = carried(await scene.signIn());
      if (end === "person") scene.state.table(actorTable).delete(testAccount);
      else changeKey(scene.state, { untilHeight: 8 });
      expect(await isThere(scene, headers)).toBe(end === "key");
      scene.ledger.head.height = 7;
      expect(await isThere(scene, headers)).toBe(false);
      expect((await scene.ask("GET", "/api/queries/sample.secret", undefined, headers)).statusCode).toBe(403);
    }
  });

  it("lets its person ask what their roles of this moment allow", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const secret = () => scene.ask("GET", "/api/queries/sample.secret", undefined, headers);
    expect((await scene.ask("GET", "/api/queries/sample.secret")).json().code).toBe("NOT_ALLOWED");
    expect((await secret()).json()).toEqual({ account: testAccount, organisation: "office" });
    scene.state
      .table(actorTable)
      .set(testAccount, { organisation: "street", grants: [{ role: "operator", fromMs: 0 }] });
    expect((await secret()).json().code).toBe("NOT_ALLOWED");
    scene.state
      .table(actorTable)
      .set(testAccount, { organisation: "street", grants: [{ role: "auditor", fromMs: 0 }] });
    expect((await secret()).json()).toEqual({ account: testAccount, organisation: "street" });
  });

  it("is over after signing out, and its cookie is taken away", async () => {
    const scene = await serveSessions(signer);
    const headers = carried(await scene.signIn());
    const out = await scene.ask("DELETE", "/api/session", undefined, headers);
    expect(out.statusCode).toBe(204);
    expect(out.headers["set-cookie"]).toContain("mingbai_session=; Max-Age=0;");
    expect(await isThere(scene, headers)).toBe(false);
  });

  it("gives way to the next of the same browser", async () => {
    const scene = await serveSessions(signer);
    const first = carried(await scene.signIn());
    const second = carried(await scene.signIn({}, {}, first));
    expect([await isThere(scene, first), await isThere(scene, second)]).toEqual([false, true]);
  });

  const mark = "x-mingbai-csrf";
  it.each<[string, (own: ReturnType<typeof carried>) => Record<string, string>, number, string | undefined]>([
    ["its own mark, outside browsers", (own) => own, 200, undefined],
    ["its own mark and origin", (own) => ({ ...own, origin: testOrigin }), 200, undefined],
    ["no mark", ({ cookie }) => ({ cookie }), 403, "CSRF_WRONG"],
    ["another mark", (own) => ({ ...own, [mark]: "ab".repeat(32) }), 403, "CSRF_WRONG"],
    ["a short mark", (own) => ({ ...own, [mark]: own[mark].slice(1) }), 403, "CSRF_WRONG"],
    ["another origin", (own) => ({ ...own, ...foreign }), 403, "ORIGIN_FOREIGN"],
    ["another port of this machine", (own) => ({ ...own, origin: "http://localhost:3000" }), 403, "ORIGIN_FOREIGN"],
    ["a page without origin", (own) => ({ ...own, origin: "null" }), 403, "ORIGIN_FOREIGN"],
    ["no cookie", (own) => ({ [mark]: own[mark] }), 401, "SESSION_NONE"],
    ["a cookie that is none", (own) => ({ ...own, cookie: "mingbai_session=1" }), 401, "SESSION_NONE"],
    ["other cookies too", (own) => ({ ...own, cookie: `a=1; ${own.cookie}; b=2` }), 200, undefined],
  ])("that changes something with %s", async (_name, headersOf, status, code) => {
    const scene = await serveSessions(signer);
    const own = carried(await scene.signIn());
    const answer = await scene.ask("POST", "/api/session/stay", undefined, headersOf(own));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
});

describe("limits", () => {
  it("keep the newest sessions of an account", async () => {
    const scene = await serveSessions(signer);
    const all = [];
    for (let count = 0; count <= sessionsPerAccountMax; count++) all.push(carried(await scene.signIn()));
    const states = await Promise.all(all.map((headers) => scene.ask("GET", "/api/session", undefined, headers)));
    expect(states.map(({ statusCode }) => statusCode)).toEqual([401, ...Array(sessionsPerAccountMax).fill(200)]);
  });

  it("slow down who tries too often, in both languages", async () => {
    const { ask } = await serveSessions(signer);
    const tries = () => ask("POST", "/api/session/challenge", { keyId: testKeyId });
    for (let count = 0; count < signInsPerMinuteMax; count++) expect((await tries()).statusCode).toBe(200);
    const refused = await tries();
    expect(refused.json()).toMatchObject({ status: 429, code: "SIGN_IN_TOO_OFTEN" });
    expect(refused.json().detailZh).toContain("一分钟");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("keep so many challenges and no more, until they end", () => {
    const challenges = new Challenges();
    for (let count = 0; count < challengesMax; count++) challenges.make(testKeyId, 0);
    expect(challenges.make(testKeyId, challengeMsMax - 1)).toBeUndefined();
    const next = challenges.make(testKeyId, challengeMsMax);
    expect(fromHex(next?.challenge ?? "")).toHaveLength(32);
  });
});
