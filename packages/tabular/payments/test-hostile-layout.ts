import type { Random } from "@mingbai/testkit/random";
import iconv from "iconv-lite";

/** A list as some publisher might write it, and what stands in it. */
export interface HostileList {
  readonly bytes: Uint8Array;
  readonly layout: string;
  readonly payments: number;
  readonly notPayments: number;
  readonly total: number;
}

const headers = {
  date: ["Paid Date", "Payment Date", "payment_date", "DatePaid", "Date", "Pyament Date", "支付日期"],
  amount: ["Amount", "AMOUNT ", "Amount (£)", "Payment Amount", "Amuont Paid", "支付金额"],
  name: ["Supplier Name", "supplier_name", "Vendor Name", "Suplier Name ", "Payee", "供应商名称"],
  area: ["Service Area", "Organisational Unit", "Organisatonal Unit", "Directorate", "部门"],
} as const;
const names = [
  "ACME LTD",
  "Smith, Jones & Co",
  'The "Old" Bakery Ltd',
  "Oxford City Council",
  "MR A BROWN",
  "Redacted personal data",
];
const areas = ["Housing", "Leisure, Parks", "Direct Services", "HRA"];

/** Writes a list in a layout drawn from `draw`; the counts and the total are kept in whole pence beside it. */
export function hostileList(draw: Random): HostileList {
  const delimiter = draw.pick([",", ";", "\t", "|"]);
  const comma = delimiter === ";" && draw.chance(1, 2);
  const layout = {
    delimiter,
    end: draw.pick(["\n", "\r\n", "\r"]),
    encoding: draw.pick(["utf-8", "utf-8 marked", "utf-16le", "windows-1252", "gb18030"]),
    decimal: comma ? "," : ".",
    group: draw.pick(comma ? ["", ".", " "] : ["", ",", "'"]),
    negative: draw.pick(["-x", "(x)", "x-", "x CR"] as const),
    date: draw.pick(["dmy", "mdy", "iso", "named", "serial"] as const),
    titles: draw.below(3),
    footer: draw.chance(1, 2),
    blanks: draw.chance(1, 2),
    repeated: draw.chance(1, 4),
    trailing: draw.below(3),
    quoted: draw.chance(1, 3),
  };
  const western = layout.encoding === "windows-1252";
  const chosen = Object.values(headers).map((known) => draw.pick(western ? known.slice(0, -1) : known));
  const write = (cells: string[]): string =>
    [...cells, ...Array.from({ length: layout.trailing }, () => "")]
      .map((cell) =>
        layout.quoted || /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(delimiter);
  const lines = ["Payments to suppliers over £500", "Published under open licence"]
    .slice(0, layout.titles)
    .map((title) => write([title, "", "", ""]));
  lines.push(write(chosen));
  const count = 3 + draw.below(30);
  let total = 0;
  let notPayments = 0;
  for (let i = 0; i < count; i++) {
    const minor = (draw.chance(1, 6) ? -1 : 1) * (1 + draw.below(draw.pick([100, 100_000, 200_000_000])));
    total += minor;
    // The first row shows a day above twelve and pence, so that the column decides.
    const day = i === 0 ? { day: 28, month: 3 } : { day: 1 + draw.below(28), month: 1 + draw.below(12) };
    lines.push(write([writeDate(day, layout.date), writeAmount(minor, layout), draw.pick(names), draw.pick(areas)]));
    if (layout.blanks && draw.chance(1, 5)) lines.push(draw.pick(["", write(["", " ", "", ""])]));
    if (layout.repeated && i === 1) notPayments += lines.push(write(chosen)) > 0 ? 1 : 0;
  }
  if (layout.footer) notPayments += lines.push(write(["Total", writeAmount(total, layout), "", ""])) > 0 ? 1 : 0;
  const text = lines.join(layout.end) + (draw.chance(1, 2) ? layout.end : "");
  return { bytes: encode(text, layout.encoding), layout: JSON.stringify(layout), payments: count, notPayments, total };
}

function encode(text: string, encoding: string): Uint8Array {
  const marked = encoding === "utf-8 marked" || encoding === "utf-16le";
  return iconv.encode(text, encoding.replace(" marked", ""), { addBOM: marked });
}

interface AmountLayout {
  readonly decimal: string;
  readonly group: string;
  readonly negative: "-x" | "(x)" | "x-" | "x CR";
}

function writeAmount(minor: number, { decimal, group, negative }: AmountLayout): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, group);
  const text = `${whole}${decimal}${digits.slice(-2)}`;
  return minor < 0 ? negative.replace("x", text) : text;
}

function writeDate(
  { day, month }: { day: number; month: number },
  layout: "dmy" | "mdy" | "iso" | "named" | "serial",
): string {
  const [dd, mm] = [String(day).padStart(2, "0"), String(month).padStart(2, "0")];
  switch (layout) {
    case "dmy":
      return `${dd}/${mm}/2015`;
    case "mdy":
      return `${month}/${day}/2015`;
    case "iso":
      return `2015-${mm}-${dd} 00:00:00`;
    case "named":
      return `${dd}-${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]}-15`;
    case "serial":
      return String(Math.round(Date.UTC(2015, month - 1, day) / 86_400_000) + 25_569);
  }
}
