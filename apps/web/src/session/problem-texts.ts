import { ProblemError } from "@mingbai/sdk/index";

export const noConnectionCode = "NO_CONNECTION";

/** No answer came at all. */
export function noConnection(): ProblemError {
  return new ProblemError({
    code: noConnectionCode,
    status: 0,
    detailEn: "No answer came from the node. What was signed counts once, even when sent again.",
    detailZh: "没有收到节点的答复。签过的只算一次，再交一次也不会重复",
  });
}

/** The session's key is on another device, or was deleted from this one. */
export function keyNotHere(): ProblemError {
  return new ProblemError({
    code: "KEY_NOT_HERE",
    status: 0,
    detailEn: "The key is not on this device. Sign in with a key that is.",
    detailZh: "这台电脑里没有这把密钥，请用这里有的密钥登录",
  });
}
