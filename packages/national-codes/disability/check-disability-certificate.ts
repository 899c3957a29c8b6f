import type { CodeEntry } from "../code-table/code-table.ts";
import { findCode } from "../code-table/find-code.ts";
import { type CodeFault, faultsOf, isFault } from "../fault.ts";
import { checkIdentityNumber, type IdentityNumber } from "../identity-number/check-identity-number.ts";
import type { IdentityFault } from "../identity-number/faults.ts";
import { codeTextCharsMax, plainCode } from "../text/plain-code.ts";
import { disabilityGrades } from "./disability-grades.ts";
import { disabilityKinds } from "./disability-kinds.ts";

export interface DisabilityCertificate {
  /** 20 characters. */
  readonly number: string;
  readonly holder: IdentityNumber;
  readonly kind: CodeEntry;
  readonly grade: CodeEntry;
}

export const certificateFaults = {
  LENGTH: {
    en: "The disability certificate's number has {length} characters; it has 20.",
    zh: "残疾人证号有 {length} 位，应为 20 位",
  },
  KIND: {
    en: "The 19th place, {digit}, is no kind of disability; it is 1 to 7.",
    zh: "第 19 位 {digit} 不是残疾类别，应为 1 至 7",
  },
  GRADE: {
    en: "The 20th place, {digit}, is no grade; it is 1 to 4.",
    zh: "第 20 位 {digit} 不是残疾等级，应为 1 至 4",
  },
} as const;

export type CertificateFault = CodeFault<keyof typeof certificateFaults>;

const fault = faultsOf(certificateFaults);

/**
 * Reads the number of a disability certificate: the holder's identity number, the kind and the grade (《中华人民共和国残疾人证
 * 管理办法》, 残联发〔2017〕34 号). Registers of households have it where others have the identity number.
 *
 * @param latestBirth "YYYY-MM-DD", as of `checkIdentityNumber`.
 */
export function checkDisabilityCertificate(
  text: string,
  latestBirth?: string,
): CertificateFault | IdentityFault | DisabilityCertificate {
  if (text.length > codeTextCharsMax) return fault("LENGTH", { length: text.length });
  const number = plainCode(text).code;
  const characters = [...number];
  if (characters.length !== 20) return fault("LENGTH", { length: characters.length });
  const holder = checkIdentityNumber(characters.slice(0, 18).join(""), latestBirth);
  if (isFault(holder)) return holder;
  const [kindDigit = "", gradeDigit = ""] = characters.slice(18);
  const [kind, grade] = [findCode(disabilityKinds, kindDigit), findCode(disabilityGrades, gradeDigit)];
  if (kind === undefined) return fault("KIND", { digit: kindDigit });
  if (grade === undefined) return fault("GRADE", { digit: gradeDigit });
  return { number, holder, kind, grade };
}
