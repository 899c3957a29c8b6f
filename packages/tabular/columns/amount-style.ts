import { takeApartAmount } from "./amount-text.ts";

/** How a column writes its numbers. `decimal` is the mark before the pence; any other mark groups thousands. */
export interface AmountStyle {
  readonly decimal: "." | ",";
  /** Decimal places that the column's unit adds: 0 for one pound or yuan, 3 for thousands, 4 for 万元. */
  readonly unitDigits: 0 | 3 | 4;
}

/** What a whole column says about its decimal mark. */
export type DecimalVerdict =
  | {
      readonly decided: true;
      readonly decimal: "." | ",";
      readonly reason: string;
      /** True where cells showed the mark, so that the other would be wrong. */
      readonly proven: boolean;
    }
  | { readonly decided: false; readonly reason: string; readonly examples: readonly string[] };

const exampleCountMax = 3;
/** One decimal mark must have this many times the evidence of the other; the few that disagree are refused as rows. */
const majorityTimes = 20;

/** Decides the decimal mark from every cell of a column, or says why it cannot be decided. */
export function decideDecimal(cells: Iterable<string>): DecimalVerdict {
  const votes = { ".": 0, ",": 0 };
  const open: string[] = [];
  for (const cell of cells) {
    // Nearly every cell of nearly every list; the general reading below costs ten times as much.
    if (/^-?\d+(?:\.\d\d?)?$/.test(cell)) {
      if (cell.includes(".")) votes["."]++;
      continue;
    }
    const parts = takeApartAmount(cell);
    if (typeof parts === "string") continue;
    const mark = decimalOf(parts.digits);
    if (mark === "." || mark === ",") votes[mark]++;
    else if (mark === "open" && open.length < exampleCountMax) open.push(cell);
  }
  return judge(votes, open);
}

function judge(votes: { readonly ".": number; readonly ",": number }, open: readonly string[]): DecimalVerdict {
  const [point, comma] = [votes["."], votes[","]];
  if (point > 0 && point >= comma * majorityTimes) {
    return { decided: true, decimal: ".", reason: `${point} cells show a decimal point`, proven: true };
  }
  if (comma > 0 && comma >= point * majorityTimes) {
    return { decided: true, decimal: ",", reason: `${comma} cells show a decimal comma`, proven: true };
  }
  if (point > 0 || comma > 0) {
    return { decided: false, reason: `${point} cells show a decimal point, ${comma} a decimal comma`, examples: open };
  }
  if (open.length > 0) {
    return { decided: false, reason: "every mark could group thousands or begin decimals", examples: open };
  }
  return { decided: true, decimal: ".", reason: "whole numbers only", proven: false };
}

/** The decimal mark that one text proves; "open" where one `1.234` leaves it open; undefined where it shows none. */
function decimalOf(digits: string): "." | "," | "open" | undefined {
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (points === 0 && commas === 0) return undefined;
  if (points > 0 && commas > 0) return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ",";
  const mark = points > 0 ? "." : ",";
  const other = mark === "." ? "," : ".";
  if (points + commas > 1) return other;
  const [before = "", after = ""] = digits.split(mark);
  if (after.length !== 3 || before.length > 3 || /^0?$/.test(before)) return mark;
  if (/[' ]/.test(before)) return mark;
  // `1,234` groups thousands wherever money has two decimals at most; `1.234` is written both ways.
  return mark === "," ? "." : "open";
}
