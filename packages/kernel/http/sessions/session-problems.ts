import { HttpProblem } from "../problem.ts";
import { challengeMsMax } from "./limits.ts";

export function nobodySignedIn(): HttpProblem {
  return new HttpProblem({
    code: "SESSION_NONE",
    status: 401,
    en: "Nobody is signed in here, or the session has ended.",
    zh: "没有登录，或者登录已经到时",
  });
}

/** One answer for an unknown key, one that does not count, a person the ledger does not know and a wrong signature. */
export function signInRefused(): HttpProblem {
  return new HttpProblem({
    code: "SIGN_IN_REFUSED",
    status: 401,
    en: "This key does not sign in here: the ledger does not know it, it no longer counts, or the signature is wrong.",
    zh: "这把密钥不能在这里登录：账本里没有它、它已停用，或者签名不对",
  });
}

export function challengeEnded(): HttpProblem {
  return new HttpProblem({
    code: "CHALLENGE_ENDED",
    status: 401,
    en: "The challenge was used, or has waited too long. Ask for another.",
    zh: "这次登录等得太久或者已经用过，请重新登录",
  });
}

export function foreignOrigin(own: readonly string[]): HttpProblem {
  return new HttpProblem({
    code: "ORIGIN_FOREIGN",
    status: 403,
    en: "Pages of another address may not act here. This node is at {origins}.",
    zh: "别的网址的页面不能在这里办事，本节点的网址是 {origins}",
    values: { origins: own.join(" ") },
  });
}

export function csrfWrong(): HttpProblem {
  return new HttpProblem({
    code: "CSRF_WRONG",
    status: 403,
    en: "The request does not carry the session's own mark. Load the page again.",
    zh: "请求里没有本次登录的记号，请刷新页面",
  });
}

export function noRoomToSignIn(): HttpProblem {
  return new HttpProblem({
    code: "SIGN_IN_BUSY",
    status: 503,
    en: "Too many people are signing in at this moment. Try again shortly.",
    zh: "现在登录的人太多，过一会儿再试",
    retryAfterMs: challengeMsMax,
  });
}

export function tooManySignIns(retryAfterMs: number): HttpProblem {
  return new HttpProblem({
    code: "SIGN_IN_TOO_OFTEN",
    status: 429,
    en: "Too many attempts to sign in from this address. Try again in a minute.",
    zh: "从这个地址登录的次数太多，一分钟后再试",
    retryAfterMs,
  });
}
