/** Whose column it is, where the people of a household stand side by side, and what remains of its name. */
export interface MemberHeader {
  /** From 0, the head. */
  readonly member: number;
  readonly rest: string;
}

const digits = "一二三四五六七八九十";
const number = String.raw`(\d{1,2}|[一二三四五六七八九十]|十[一二三四五六七八九])`;
const inFront = new RegExp(`^(?:家庭)?(?:成员|人员|家属)\\s*${number}\\s*[-_:：.、的]?\\s*(.+)$`);
const inFrontEnglish = /^(?:member|person)\s*(\d{1,2})\s*[-_:.]?\s*(.+)$/i;
const atEnd = /^(\D+?)\s*[（(_-]?\s*(\d{1,2})\s*[)）]?$/;
const groupOnly = new RegExp(
  `^(?:家庭)?(?:成员|人员|家属)\\s*${number}$|^第?${number}(?:个?人|位)(?:成员)?$|^(?:member|person)\\s*(\\d{1,2})$`,
  "i",
);

/**
 * 成员1姓名, 姓名2, and 姓名 below 家庭成员3: member 1, 2 and 3, with 姓名 left. A number at the end counts only where the
 * caller finds the same name with other numbers: 贷款2 may be a second loan.
 */
export function memberOfHeader(
  header: string,
  group: string,
): (MemberHeader & { readonly isSure: boolean }) | undefined {
  const over = groupOnly.exec(group.trim());
  const overNumber = over?.slice(1).find((text) => text !== undefined);
  if (overNumber !== undefined) return { member: numberOf(overNumber), rest: withoutRepeat(header), isSure: true };
  const front = inFront.exec(header.trim()) ?? inFrontEnglish.exec(header.trim());
  if (front?.[1] !== undefined && front[2] !== undefined)
    return { member: numberOf(front[1]), rest: front[2], isSure: true };
  const end = atEnd.exec(header.trim());
  if (end?.[1] !== undefined && end[2] !== undefined)
    return { member: numberOf(end[2]), rest: end[1].trim(), isSure: false };
  return undefined;
}

/** A second `姓名` of a sheet is called `姓名 (2)` by who read it. */
function withoutRepeat(header: string): string {
  return header.replace(/ \(\d+\)$/, "");
}

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return [...text].reduce((sum, digit) => sum + digits.indexOf(digit) + 1, 0);
}
