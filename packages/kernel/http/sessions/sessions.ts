import { timingSafeEqual } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Words } from "@mingbai/ledger/definition/command";
import type { FastifyReply, FastifyRequest } from "fastify";
import { anonymousReader, type Reader } from "../query-route.ts";
import { csrfHeader, type SessionView } from "../session-views.ts";
import { Challenges } from "./challenges.ts";
import { sessionIdleMsMax } from "./limits.ts";
import { endedCookie, findSessionToken, sessionCookie } from "./session-cookie.ts";
import {
  challengeEnded,
  csrfWrong,
  foreignOrigin,
  nobodySignedIn,
  noRoomToSignIn,
  signInRefused,
} from "./session-problems.ts";
import { idleEndsMs, type Session, SessionStore } from "./session-store.ts";
import { findKeyHolder, findSignedIn, type SessionLedger } from "./verify-sign-in.ts";

export interface SessionParts {
  readonly ledger: SessionLedger;
  /** Where this node's own pages are: scheme, host, port. The first names the node to programs. Never empty. */
  readonly origins: () => readonly string[];
  /** The node's clock, ms. */
  readonly now: () => number;
  /** Names for the page, where this node may know them. */
  readonly describe?: (actor: { account: Number64; organisation: string }) => {
    readonly name?: string | undefined;
    readonly organisationName?: Words | undefined;
  };
}

/** Who is signed in, as the ledger has them at this moment. */
export interface SignedIn {
  readonly account: Number64;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly keyId: Number64;
}

/**
 * Who rides on which cookie. A session lets read and keep drafts and files; it never signs: every change of the ledger
 * carries its own signature. Reading does not prolong it, since pages read by themselves.
 */
export class Sessions {
  readonly #parts: SessionParts;
  readonly #challenges = new Challenges();
  readonly #store = new SessionStore();

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** A challenge for this key, known or not. Throws the problem SIGN_IN_BUSY. */
  challenge(request: FastifyRequest, keyId: Number64): { challenge: string; expiresMs: number } {
    this.#requireOwnOrigin(request);
    const made = this.#challenges.make(keyId, this.#parts.now());
    if (made === undefined) throw noRoomToSignIn();
    return made;
  }

  /** Begins a session for who signed the challenge, and ends the one that the request rode on. */
  signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    ask: { keyId: Number64; challenge: string; signature: string },
  ): SessionView {
    const origins = this.#requireOwnOrigin(request);
    const nowMs = this.#parts.now();
    if (!this.#challenges.take(ask, nowMs)) throw challengeEnded();
    const found = findSignedIn(this.#parts.ledger, origins, ask, nowMs);
    if (found === undefined) throw signInRefused();
    this.#close(request);
    const opened = this.#store.open({ account: found.account, keyId: ask.keyId }, nowMs);
    if (opened === undefined) throw noRoomToSignIn();
    reply.header("set-cookie", sessionCookie(opened.token, found.origin));
    return this.#view(opened.session);
  }

  /** Who I am. Throws the problem SESSION_NONE. */
  whoAmI(request: FastifyRequest): SessionView {
    const session = this.#find(request);
    if (session === undefined) throw nobodySignedIn();
    return this.#view(session);
  }

  /** The person is there: the idle time begins again. */
  stay(request: FastifyRequest): SessionView {
    this.requireSession(request);
    return this.whoAmI(request);
  }

  /** Ends the session of this request. */
  signOut(request: FastifyRequest, reply: FastifyReply): void {
    this.requireSession(request);
    this.#close(request);
    const [origin = ""] = this.#requireOwnOrigin(request);
    reply.header("set-cookie", endedCookie(origin));
  }

  /** Who asks a question: the person signed in, or nobody in particular. */
  readonly findReader = async (request: FastifyRequest): Promise<Reader> => {
    const session = this.#find(request);
    if (session === undefined) return anonymousReader;
    const { account, organisation, roles } = this.#getHolder(session);
    return { account, organisation, roles };
  };

  /**
   * The person signed in. Where the request changes something its origin and its mark against forgery are checked
   * too, and the idle time begins again. Throws the problems SESSION_NONE, ORIGIN_FOREIGN, CSRF_WRONG.
   */
  readonly requireSession = (request: FastifyRequest): SignedIn => {
    const session = this.#find(request);
    if (session === undefined) throw nobodySignedIn();
    if (request.method !== "GET" && request.method !== "HEAD") {
      this.#requireOwnOrigin(request);
      if (!isSame(request.headers[csrfHeader], session.csrf)) throw csrfWrong();
      session.usedMs = this.#parts.now();
    }
    const { account, organisation, roles } = this.#getHolder(session);
    return { account, organisation, roles, keyId: session.keyId };
  };

  /** The origins a request may come from: its own, where a browser names it, or any of the node's. */
  #requireOwnOrigin({ headers }: FastifyRequest): readonly string[] {
    const own = this.#parts.origins();
    if (headers.origin === undefined) return own;
    if (!own.includes(headers.origin)) throw foreignOrigin(own);
    return [headers.origin];
  }

  #find({ headers }: FastifyRequest): Session | undefined {
    const token = findSessionToken(headers.cookie);
    const session = token === undefined ? undefined : this.#store.find(token, this.#parts.now());
    if (token === undefined || session === undefined) return undefined;
    if (findKeyHolder(this.#parts.ledger, session.keyId, this.#parts.now())?.account === session.account)
      return session;
    this.#store.close(token);
    return undefined;
  }

  #close({ headers }: FastifyRequest): void {
    const token = findSessionToken(headers.cookie);
    if (token !== undefined) this.#store.close(token);
  }

  #getHolder({ keyId }: Session) {
    const holder = findKeyHolder(this.#parts.ledger, keyId, this.#parts.now());
    if (holder === undefined) throw nobodySignedIn();
    return holder;
  }

  #view(session: Session): SessionView {
    const { account, organisation, roles } = this.#getHolder(session);
    const { name, organisationName } = this.#parts.describe?.({ account, organisation }) ?? {};
    return {
      account,
      keyId: session.keyId,
      organisation,
      ...(organisationName !== undefined && { organisationName }),
      roles: [...roles],
      ...(name !== undefined && { name }),
      csrf: session.csrf,
      idleMsMax: sessionIdleMsMax,
      idleEndsMs: idleEndsMs(session),
      endsMs: session.endsMs,
      nowMs: this.#parts.now(),
    };
  }
}

function isSame(given: string | readonly string[] | undefined, expected: string): boolean {
  if (typeof given !== "string" || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
