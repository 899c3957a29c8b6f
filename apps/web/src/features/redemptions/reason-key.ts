/** Codes of ISO 20022 ExternalStatusReason1Code and ExternalReturnReason1Code that are said in words here. */
const known = [
  "AC01",
  "AC03",
  "AC04",
  "AC06",
  "AG01",
  "AG02",
  "AM03",
  "AM04",
  "AM05",
  "AM09",
  "BE01",
  "MD07",
  "MS03",
  "NARR",
  "RC01",
  "RR04",
] as const;

export type ReasonKey = `redemptions.reason.${(typeof known)[number] | "other"}`;

/** The words for a bank's code; another code is shown as it came, with words that say so. */
export function reasonKey(code: string): ReasonKey {
  return `redemptions.reason.${known.find((one) => one === code) ?? "other"}`;
}
