import { timingSafeEqual } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Words } from "@mingbai/ledger/definition/command";
import type { FastifyReply, FastifyRequest } from "fastify";
import { anonymousReader, type Reader } from "../query-route.ts";
import { csrfHeader, type SessionView } from "../session-views.ts";
import { Challenges } from "./challenges.ts";
import { sessionIdleMsMax } from "./limits.ts";
import { type CookiePlace, endedCookie, findSessionToken, sessionCookie } from "./session-cookie.ts";
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
  /** Where the pages of the ledger's other nodes are: they may sign in here too, each for itself. None unless given. */
  readonly otherPages?: () => readonly string[];
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
    this.#requireKnownPage(request);
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
    const { origins, otherPage } = this.#requireKnownPage(request);
    const nowMs = this.#parts.now();
    if (!this.#challenges.take(ask, nowMs)) throw challengeEnded();
    const found = findSignedIn(this.#parts.ledger, { origins, otherPage }, ask, nowMs);
    if (found === undefined) throw signInRefused();
    this.#close(request);
    const opened = this.#store.open({ account: found.account, keyId: ask.keyId }, nowMs);
    if (opened === undefined) throw noRoomToSignIn();
    reply.header("set-cookie", sessionCookie(opened.token, this.#placeOf(request)));
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
    reply.header("set-cookie", endedCookie(this.#placeOf(request)));
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
      this.#requireKnownPage(request);
      if (!isSame(request.headers[csrfHeader], session.csrf)) throw csrfWrong();
      session.usedMs = this.#parts.now();
    }
    const { account, organisation, roles } = this.#getHolder(session);
    return { account, organisation, roles, keyId: session.keyId };
  };

  /**
   * The node's origins that a signature may name: the one that a browser names, or any of them. `otherPage`: the page's origin
   * where it is another node's. Throws the problem ORIGIN_FOREIGN.
   */
  #requireKnownPage({ headers }: FastifyRequest): { origins: readonly string[]; otherPage: string | undefined } {
    const own = this.#parts.origins();
    if (headers.origin === undefined) return { origins: own, otherPage: undefined };
    if (own.includes(headers.origin)) return { origins: [headers.origin], otherPage: undefined };
    if (!this.#otherPages().includes(headers.origin)) throw foreignOrigin(own);
    return { origins: own, otherPage: headers.origin };
  }

  #otherPages(): readonly string[] {
    return this.#parts.otherPages?.() ?? [];
  }

  /** Browsers name a page's origin wherever it is not the node's own, and no script can name another. */
  #placeOf({ headers }: FastifyRequest): CookiePlace {
    const own = this.#parts.origins();
    const others = this.#otherPages();
    const [node = ""] = own;
    const { origin = node } = headers;
    return {
      node,
      reached: own.includes(origin) ? origin : node,
      page: others.includes(origin) ? origin : node,
      isAmongOthers: others.length > 0,
    };
  }

  #find(request: FastifyRequest): Session | undefined {
    const token = findSessionToken(request.headers.cookie, this.#placeOf(request));
    const session = token === undefined ? undefined : this.#store.find(token, this.#parts.now());
    if (token === undefined || session === undefined) return undefined;
    if (findKeyHolder(this.#parts.ledger, session.keyId, this.#parts.now())?.account === session.account)
      return session;
    this.#store.close(token);
    return undefined;
  }

  #close(request: FastifyRequest): void {
    const token = findSessionToken(request.headers.cookie, this.#placeOf(request));
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
