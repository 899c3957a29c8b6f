/** Zeros of the digits that lists are written with beside ASCII and full width: Arabic, Persian, Devanagari, Bengali. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6];
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;

/** A cell in compatibility form (NFKC), with ASCII digits, and with `.` and `,` for the Arabic decimal and thousands marks. */
export function plainText(cell: string): string {
  const text = cell.normalize("NFKC");
  if (!/[\u0660-\u09ef]/.test(text)) return text;
  return text.replace(otherDigits, asciiDigit).replaceAll("\u066b", ".").replaceAll("\u066c", ",");
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10) ?? code;
  return String(code - zero);
}
