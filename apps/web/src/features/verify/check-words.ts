import type { Text } from "../../i18n/use-text.ts";
import type { ShownCheck, ShownFact } from "./verdict.ts";

/** What each fault of the verifier means to the person who holds the receipt. */
const faults = {
  HEADER_MISSING: "verify.fault.headerMissing",
  HEADER_NOT_OF_LEAF: "verify.fault.headerNotOfLeaf",
  SCHEME_UNKNOWN: "verify.fault.scheme",
  SIGNATURE_WRONG: "verify.fault.signature",
  UNITS_WRONG: "verify.fault.units",
  BODY_CHANGED: "verify.fault.body",
  LINE_WITHOUT_BATCH: "verify.fault.lineAlone",
  LINE_CHANGED: "verify.fault.line",
  RESULT_CHANGED: "verify.fault.result",
  PROOF_MALFORMED: "verify.fault.proofForm",
  PROOF_OTHER_LOG: "verify.fault.otherLog",
  PROOF_SIGNATURE_WRONG: "verify.fault.proofSignature",
  PROOF_NOT_SIGNED_BY_LOG: "verify.fault.notByLog",
  PROOF_ROSTER_MISSING: "verify.fault.rosterNotReached",
  PROOF_SIGNED_BY_LEAVER: "verify.fault.leaver",
  PROOF_TOO_FEW_MEMBERS: "verify.fault.members",
  PROOF_TOO_FEW_COSIGNERS: "verify.fault.cosigners",
  PROOF_NOT_INCLUDED: "verify.fault.notIncluded",
  ROSTERS_MISSING: "verify.fault.rostersMissing",
  ROSTER_NOT_OF_LEAF: "verify.fault.rosterOther",
  ROSTER_MALFORMED: "verify.fault.rosterForm",
  ROSTER_SIGNATURE_WRONG: "verify.fault.rosterSignature",
  ROSTER_UNSIGNED: "verify.fault.rosterUnsigned",
  ROSTER_NOT_FOLLOWING: "verify.fault.rosterFollowing",
  ROSTER_NOT_TRUSTED: "verify.fault.rosterTrust",
} as const;

function isFault(code: string): code is keyof typeof faults {
  return code in faults;
}

function found(check: ShownCheck, fact: ShownFact | undefined, t: Text): string {
  if (check.name !== "included" || !fact) return "";
  const place = { index: (fact.index + 1).toLocaleString("en-US"), size: fact.size.toLocaleString("en-US") };
  const cosigned = fact.cosigners > 0 ? t("verify.comma") + t("verify.cosigned", { count: fact.cosigners }) : "";
  return `${fact.origin}${t("verify.comma")}${t("verify.fact.placeValue", place)}${cosigned}`;
}

/** One check in the words of the page: its verdict, and a second line that says what was found. */
export function checkWords(
  check: ShownCheck,
  fact: ShownFact | undefined,
  t: Text,
): { readonly title: string; readonly more: string } {
  if (check.ok === null) return { title: t("verify.check.included.unknown"), more: t("verify.unknown.more") };
  if (check.ok) return { title: t(`verify.check.${check.name}.ok`), more: found(check, fact, t) };
  const more = isFault(check.detail) ? t(faults[check.detail]) : check.detail;
  return { title: t(`verify.check.${check.name}.bad`), more };
}
