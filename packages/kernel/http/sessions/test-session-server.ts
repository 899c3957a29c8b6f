import { toHex } from "@mingbai/codec/hex";
import { schemes } from "@mingbai/crypto/scheme";
import { type SessionClaim, sessionMessage } from "@mingbai/crypto/session-message";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { type KeyRecord, keyTable } from "@mingbai/ledger/authority/key";
import { role } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";
import { foundSample, sampleMember } from "@mingbai/testkit/sample-domain/sample-ledger";
import type { LightMyRequestResponse } from "fastify";
import { Registry as Metrics } from "prom-client";
import { z } from "zod";
import { createServer } from "../server.ts";
import { Sessions } from "./sessions.ts";

export const testOrigin = "http://localhost:8470";
export const testKeyId = "00000000000000a1";
export const testAccount = "00000000000000b1";

type Header = Readonly<Record<string, string>>;

/** A server over a sample ledger with one person, who holds `signer`; the clock stands until `clock.nowMs` is set. */
export async function serveSessions(signer: Signer, origin: string = testOrigin, others: readonly string[] = []) {
  const scheme = schemes[signer.scheme];
  const member = sampleMember({ roles: ["auditor"], keyId: testKeyId, publicKey: toHex(signer.publicKey), scheme });
  const { registry, state, chain } = foundSample([member], {
    relyingParty: { id: "localhost", origins: [testOrigin] },
  });
  const clock = { nowMs: 1_000_000 };
  const ledger = { chain, state, head: { height: 5 } };
  const log: string[] = [];
  const sessions = new Sessions({ ledger, origins: () => [origin], otherPages: () => others, now: () => clock.nowMs });
  const server = await createServer({
    registry,
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [
      {
        name: "sample.secret",
        title: { en: "Secret", zh: "秘密" },
        params: z.object({}),
        result: z.object({ account: z.string().optional(), organisation: z.string().optional() }),
        allow: [role("auditor")],
        answer: async (_params, { account, organisation }) => ({ account, organisation }),
      },
    ],
    findReader: sessions.findReader,
    sessions,
    otherPages: () => others,
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: 5, readModelBehind: 0 }),
    metrics: new Metrics(),
    log: { write: (line) => void log.push(line) },
  });
  const ask = (method: "GET" | "POST" | "DELETE" | "OPTIONS", url: string, payload?: object, headers: Header = {}) =>
    server.inject({ method, url, headers, ...(payload && { payload }) });
  const challenge = async (keyId = testKeyId, headers: Header = {}): Promise<string> =>
    (await ask("POST", "/api/session/challenge", { keyId }, headers)).json().challenge;
  /** Signs in; `claim` alters what is signed, `given` what is sent. */
  const signIn = async (claim: Partial<SessionClaim> = {}, given: object = {}, headers: Header = {}) => {
    const asked = await challenge();
    const said = { chain, origin, keyId: testKeyId, challenge: asked, ...claim };
    const signature = toHex(await signer.sign(sessionMessage(said)));
    return ask("POST", "/api/session", { keyId: testKeyId, challenge: asked, signature, ...given }, headers);
  };
  return { server, state, chain, ledger, clock, log, ask, challenge, signIn };
}

/** The cookie and the mark of a sign-in, as a browser sends them on. */
export function carried(signedIn: LightMyRequestResponse): { cookie: string; "x-mingbai-csrf": string } {
  const [cookie] = signedIn.cookies;
  return { cookie: `${cookie?.name}=${cookie?.value}`, "x-mingbai-csrf": signedIn.json().csrf };
}

/** Changes the person's key as a block would. */
export function changeKey(state: State, change: Partial<KeyRecord>): void {
  const key = state.table(keyTable).find(testKeyId);
  if (key === undefined) throw new Error("the sample ledger has no such key");
  state.table(keyTable).set(testKeyId, { ...key, ...change });
}
