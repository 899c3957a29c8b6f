import { Command, InvalidArgumentError, Option } from "commander";
import { type ImportOptions, importPayments } from "../import/import-payments.ts";

interface Flags {
  readonly map: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly data: string;
  readonly currency: string;
  readonly zoneOffset: number;
  readonly dateOrder?: "dmy" | "mdy" | "ymd";
  readonly decimal?: "." | ",";
  readonly listCurrency?: string;
  readonly encoding?: string;
}

const help = `
Examples:
  $ mingbai import payments spending.csv                       shows the columns found, asks, imports
  $ mingbai import payments *.csv --map auto --yes --json      for scripts
  $ mingbai import payments next.csv --map .mingbai/imported/mappings/spending.json --yes
`;

/** `mingbai import payments FILE…`: real spending lists become a funded, traced ledger. */
export function importCommand(): Command {
  const payments = new Command("payments")
    .description("import published spending lists as a reconstruction (CSV, TSV; any publisher's layout)")
    .argument("<files...>", "lists to import")
    .option("--map <auto|FILE>", "guess the columns, or take a saved mapping", "auto")
    .option("--yes", "import without asking")
    .option("--json", "print the result as JSON")
    .option("--data <FOLDER>", "where the ledger lies", ".mingbai/imported")
    .option("--currency <CODE>", "currency of the ledger", currencyCode, "GBP")
    .option("--zone-offset <MINUTES>", "how far the ledger's days are ahead of UTC", minutes, 0)
    .addOption(
      new Option("--date-order <ORDER>", "order of the dates, where the column leaves it open").choices([
        "dmy",
        "mdy",
        "ymd",
      ]),
    )
    .addOption(
      new Option("--decimal <MARK>", "mark before the decimals, where the column leaves it open").choices([".", ","]),
    )
    .option("--list-currency <CODE>", "what the lists' own sign of money means, where several share it", currencyCode)
    .option("--encoding <NAME>", "encoding of the lists, such as windows-1250, where the guess is wrong", encodingName)
    .addHelpText("after", help)
    .action(run);
  return new Command("import").description("bring real lists onto a ledger").addCommand(payments);
}

async function run(files: string[], flags: Flags): Promise<void> {
  const { map, data, currency, zoneOffset, dateOrder, decimal, listCurrency, encoding } = flags;
  const options: ImportOptions = {
    files,
    map,
    data,
    currency,
    yes: flags.yes === true,
    zoneOffsetMinutes: zoneOffset,
    answers: {
      ...(dateOrder && { dateOrder }),
      ...(decimal && { decimal }),
      ...(listCurrency && { currency: listCurrency }),
    },
    ...(encoding && { encoding }),
  };
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const results = await importPayments(options, say);
  if (flags.json) process.stdout.write(`${JSON.stringify({ files: results })}\n`);
  say(`Look at it: npm start -- --data ${data}`);
}

function currencyCode(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InvalidArgumentError("three capital letters, such as GBP.");
}

function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError("such as utf-8, windows-1250, gb18030, utf-16le.");
    throw error;
  }
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && Math.abs(value) <= 840) return value;
  throw new InvalidArgumentError("minutes between -840 and 840.");
}
