import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/** Why a file is not changed or opened. Numbers stand in the log for ever: 1400 to 1499. */
export const registryRefusals = {
  SUBJECT_EXISTS: declare(1400, 409, "There is a file {subject} already.", "已经有档案 {subject} 了"),
  HOUSEHOLD_UNKNOWN: declare(1401, 404, "There is no household {household}.", "没有户 {household}"),
  PERSON_UNKNOWN: declare(1402, 404, "There is no person {person}.", "没有人员 {person}"),
  SUBJECT_UNKNOWN: declare(1403, 404, "There is no file {subject}.", "没有档案 {subject}"),
  NOT_KEEPER: declare(
    1404,
    403,
    "{keeper} keeps this file; only its people in this area and the responsible person change it.",
    "这份档案由 {keeper} 管，只有该单位管这一片的人和帮扶责任人能改",
  ),
  NOT_IN_AREA: declare(1406, 403, "Area {area} is not yours.", "辖区 {area} 不归您管"),
  HOUSEHOLD_ENDED: declare(1407, 409, "The file of {household} has ended.", "户 {household} 的档案已经结束"),
  PERSON_ENDED: declare(1408, 409, "The file of {person} has ended.", "人员 {person} 的档案已经结束"),
  BASE_AHEAD: declare(
    1409,
    422,
    "You say that you saw version {base}; there are {version}.",
    "您说看到的是第 {base} 版，现在只有 {version} 版",
  ),
  PERSON_ELSEWHERE: declare(
    1410,
    409,
    "{person} is not in household {household}.",
    "人员 {person} 不在户 {household} 里",
  ),
  HOUSEHOLD_FULL: declare(1411, 409, "A household has at most {max} people.", "一户最多 {max} 人"),
  SAME_HOUSEHOLD: declare(1412, 422, "From and to are the same household.", "转出和转入是同一户"),
  NOBODY_LEFT: declare(
    1413,
    409,
    "Nobody would be left in {household}. Merge or close it instead.",
    "户 {household} 里会没有人。请用合户或者销户",
  ),
  HOUSEHOLD_INHABITED: declare(
    1414,
    409,
    "{people} people are still in {household}; where do they go?",
    "户 {household} 里还有 {people} 人，先说他们去哪里",
  ),
  HOUSEHOLD_OPEN: declare(1415, 409, "The file of {household} has not ended.", "户 {household} 的档案没有结束"),
  HOUSEHOLD_MERGED: declare(
    1416,
    409,
    "{household} was merged or withdrawn and does not come back.",
    "户 {household} 已并户或撤回，不能恢复",
  ),
  NOT_OF_IMPORT: declare(1417, 409, "{household} was not opened by this import.", "户 {household} 不是这次导入建的"),
  CHANGED_SINCE: declare(1418, 409, "{household} has been changed since the import.", "户 {household} 导入以后改过"),
  PERSON_ACCOUNT_UNKNOWN: declare(1419, 404, "There is no account {account}.", "没有账户 {account}"),
  NOT_ENTITLED: declare(
    1420,
    403,
    "The file of {household} is not open to you. Ask the household or {keeper} for access.",
    "户 {household} 的档案没有向您开放。可以向该户或 {keeper} 申请授权",
  ),
  PURPOSE_NOT_YOURS: declare(
    1421,
    403,
    "You cannot open files for the purpose {purpose}.",
    "您不能以“{purpose}”的用途打开档案",
  ),
  ACCESS_NOT_NEEDED: declare(1422, 409, "{organisation} keeps this file itself.", "{organisation} 自己就管这份档案"),
  ACCESS_TIME: declare(
    1423,
    422,
    "Access is given for at most a year, and for time to come.",
    "授权最长一年，而且要到将来的日子",
  ),
  ACCESS_NONE: declare(
    1424,
    404,
    "{organisation} has not asked for access to {household}.",
    "{organisation} 没有申请过户 {household} 的授权",
  ),
  ACCESS_GIVEN: declare(
    1425,
    409,
    "{organisation} has access to {household} already.",
    "{organisation} 已经有户 {household} 的授权",
  ),
  NOT_HOUSEHOLD: declare(
    1426,
    403,
    "Only a person of the household agrees, or its keeper with a witness.",
    "要由本户的人同意，或者由管档单位在见证人面前办",
  ),
  WITNESS_SELF: declare(
    1427,
    422,
    "The witness is somebody else with an office in the area.",
    "见证人要是另一位在这一片任职的人",
  ),
  ACCOUNT_TAKEN: declare(1428, 409, "Account {account} is another person's.", "账户 {account} 已是别人的"),
  PERSON_BOUND: declare(1429, 409, "{person} has an account already.", "人员 {person} 已经有账户"),
  ERASURE_EXISTS: declare(1430, 409, "There is an erasure {erasure} already.", "已经有删除申请 {erasure}"),
  ERASURE_UNKNOWN: declare(1431, 404, "There is no erasure {erasure}.", "没有删除申请 {erasure}"),
  ERASURE_DECIDED: declare(1432, 409, "The erasure was decided already.", "这份删除申请已经决定过"),
  ERASURE_OPEN: declare(1433, 409, "The erasure was not approved.", "这份删除申请没有批准"),
  OWN_REQUEST: declare(1434, 403, "Who asked does not decide.", "自己提的申请不能自己批"),
  SUBJECT_ERASED: declare(1435, 410, "The file {subject} was erased.", "档案 {subject} 已经删除"),
  ACKNOWLEDGED: declare(1436, 409, "{organisation} has acknowledged already.", "{organisation} 已经确认过"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(registryRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
