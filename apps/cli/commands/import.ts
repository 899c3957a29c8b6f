import { Command, InvalidArgumentError, Option } from "commander";
import { type ImportOptions, importPayments } from "../import/import-payments.ts";
import { inLanguage } from "../words.ts";
import { importHouseholdsCommand, undoImportCommand } from "./import-households.ts";

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
  readonly sheet?: string;
}

const help = `
Examples:
  $ mingbai import payments spending.csv                       shows the columns found, asks, imports
  $ mingbai import payments spending.xlsx --sheet 2026         one sheet of a workbook; the first one without --sheet
  $ mingbai import payments *.csv --map auto --yes --json      for scripts
  $ mingbai import payments next.csv --map .mingbai/imported/mappings/spending.json --yes
`;

/** `mingbai import payments FILE…`: real spending lists become a funded, traced ledger. */
export function importCommand(): Command {
  const payments = new Command("payments")
    .description(
      inLanguage({
        en: "import published spending lists as a reconstruction (CSV, TSV, Excel; any publisher's layout)",
        zh: "把公开的支出清单导入为复原账本（CSV、TSV、Excel，任何发布者的格式）",
      }),
    )
    .argument("<files...>", inLanguage({ en: "lists to import", zh: "要导入的清单" }))
    .option(
      "--map <auto|FILE>",
      inLanguage({ en: "guess the columns, or take a saved mapping", zh: "自动认列，或使用已保存的列对应" }),
      "auto",
    )
    .option("--yes", inLanguage({ en: "import without asking", zh: "不询问，直接导入" }))
    .option("--json", inLanguage({ en: "print the result as JSON", zh: "以 JSON 输出结果" }))
    .option("--data <FOLDER>", inLanguage({ en: "where the ledger lies", zh: "账本所在目录" }), ".mingbai/imported")
    .option("--currency <CODE>", inLanguage({ en: "currency of the ledger", zh: "账本的币种" }), currencyCode, "GBP")
    .option(
      "--zone-offset <MINUTES>",
      inLanguage({ en: "how far the ledger's days are ahead of UTC", zh: "账本的日期比 UTC 早多少分钟" }),
      minutes,
      0,
    )
    .addOption(
      new Option(
        "--date-order <ORDER>",
        inLanguage({
          en: "order of the dates, where the column leaves it open",
          zh: "日期的顺序，仅在整列无法判断时使用",
        }),
      ).choices(["dmy", "mdy", "ymd"]),
    )
    .addOption(
      new Option(
        "--decimal <MARK>",
        inLanguage({
          en: "mark before the decimals, where the column leaves it open",
          zh: "小数点的写法，仅在整列无法判断时使用",
        }),
      ).choices([".", ","]),
    )
    .option(
      "--list-currency <CODE>",
      inLanguage({
        en: "what the lists' own sign of money means, where several share it",
        zh: "清单的货币符号指哪种货币，仅在符号为多种货币共用时使用",
      }),
      currencyCode,
    )
    .option(
      "--encoding <NAME>",
      inLanguage({
        en: "encoding of the lists, such as windows-1250, where the guess is wrong",
        zh: "清单的编码，例如 windows-1250，在判断有误时使用",
      }),
      encodingName,
    )
    .option(
      "--sheet <NAME>",
      inLanguage({ en: "sheet of a workbook, where it is not the first", zh: "工作簿中的工作表，默认取第一张" }),
    )
    .addHelpText("after", help)
    .action(run);
  return new Command("import")
    .description(inLanguage({ en: "bring real lists onto a ledger", zh: "把真实清单导入账本" }))
    .addCommand(payments)
    .addCommand(importHouseholdsCommand())
    .addCommand(undoImportCommand());
}

async function run(files: string[], flags: Flags): Promise<void> {
  const { map, data, currency, zoneOffset, dateOrder, decimal, listCurrency, encoding, sheet } = flags;
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
    ...(sheet && { sheet }),
  };
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const results = await importPayments(options, say);
  if (flags.json) process.stdout.write(`${JSON.stringify({ files: results })}\n`);
  say(inLanguage({ en: `Look at it: npm start -- --data ${data}`, zh: `查看：npm start -- --data ${data}` }));
}

function currencyCode(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InvalidArgumentError(
    inLanguage({ en: "three capital letters, such as GBP.", zh: "须为三个大写字母，例如 GBP" }),
  );
}

function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch (error) {
    if (error instanceof RangeError)
      throw new InvalidArgumentError(
        inLanguage({
          en: "such as utf-8, windows-1250, gb18030, utf-16le.",
          zh: "例如 utf-8、windows-1250、gb18030、utf-16le",
        }),
      );
    throw error;
  }
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && Math.abs(value) <= 840) return value;
  throw new InvalidArgumentError(
    inLanguage({ en: "minutes between -840 and 840.", zh: "须为 -840 到 840 之间的分钟数" }),
  );
}
