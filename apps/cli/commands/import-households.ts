import { sheetsMax } from "@mingbai/registry/content/import/mapping/import-mapping";
import { formView } from "@mingbai/registry/views/form";
import { undoImport } from "@mingbai/sdk/household-import/undo-import";
import { Command, InvalidArgumentError } from "commander";
import { defaultUrl, withAdvice } from "../default-url.ts";
import { asOption } from "../do/as-option.ts";
import { type NodeFlags, signInAt } from "../import/households/at-node.ts";
import { type HouseholdImportOutcome, importHouseholdList } from "../import/households/import-household-list.ts";
import { countsWords } from "../import/households/list-words.ts";
import { inLanguage } from "../words.ts";

interface Flags extends NodeFlags {
  readonly mapping: string;
  readonly sheet: readonly string[];
  readonly place: ReadonlyMap<string, string>;
  readonly data: string;
  readonly day: string;
  readonly withoutDisputed?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const help = `
Examples:
  $ mingbai import households list.xlsx --key me.json --as 0123456789abcdef --dry-run     says what would be written, and what is wrong
  $ mingbai import households list.xlsx --key me.json --as 0123456789abcdef --yes         writes; the same again goes on where it stopped
  $ mingbai import households next.csv --key me.json --as 0123456789abcdef --mapping .mingbai/households/mappings/….json
  $ mingbai import households list.xlsx --key me.json --as 0123456789abcdef --sheet 户表 --sheet 成员表
  $ mingbai import undo 00112233445566aa --key me.json --as 0123456789abcdef
`;

/** `mingbai import households FILE`: a list of any layout becomes household files at a node. */
export function importHouseholdsCommand(): Command {
  return atNode(new Command("households"))
    .description(
      inLanguage({
        en: "import a list of households at a node (CSV, TSV, Excel; any layout)",
        zh: "把一份户名单导入节点（CSV、TSV、Excel，任何格式）",
      }),
    )
    .argument("<file>", inLanguage({ en: "the list", zh: "名单" }))
    .option(
      "--mapping <auto|FILE>",
      inLanguage({ en: "guess the columns, or take a saved mapping", zh: "自动认列，或使用已保存的列对应" }),
      "auto",
    )
    .option(
      "--sheet <NAME>",
      inLanguage({
        en: "sheet of a workbook; given twice: the one of households and the one of their people",
        zh: "工作簿中的工作表；写两次就是户表和成员表",
      }),
      addSheet,
      [],
    )
    .option(
      "--place <CODE=AREA>",
      inLanguage({
        en: "area in which files of a village lie, where the node knows none; may be given several times",
        zh: "某个村的档案放在哪个辖区，节点还不知道时用；可以写几次",
      }),
      addPlace,
      new Map<string, string>(),
    )
    .option(
      "--without-disputed",
      inLanguage({
        en: "take households over whose rows disagree, without those fields",
        zh: "行与行不一致的户也导入，不一致的项不填",
      }),
    )
    .option(
      "--day <YYYY-MM-DD>",
      inLanguage({ en: "for which ages are counted", zh: "按哪一天算年龄" }),
      readDay,
      today(),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where mappings and what is under way are kept", zh: "列对应和导入进度放在哪里" }),
      ".mingbai/households",
    )
    .option("--dry-run", inLanguage({ en: "say what would be written, and write nothing", zh: "只说会写什么，不写入" }))
    .option("--yes", inLanguage({ en: "take the guessed columns as they are", zh: "照猜到的列对应导入" }))
    .option("--json", inLanguage({ en: "print the result as JSON", zh: "以 JSON 输出结果" }))
    .addHelpText("after", help)
    .action(run);
}

/** `mingbai import undo IMPORT`: what nobody has changed since is withdrawn, and changed fields get back what they had. */
export function undoImportCommand(): Command {
  return atNode(new Command("undo"))
    .description(inLanguage({ en: "take an import of households back", zh: "撤回一次户名单导入" }))
    .argument(
      "<import>",
      inLanguage({ en: "number of the import, 16 hexadecimal digits", zh: "导入编号，16 位十六进制" }),
    )
    .action(undo);
}

function atNode(command: Command): Command {
  return command
    .requiredOption("--key <FILE>", inLanguage({ en: "key file of whoever acts", zh: "办理人的密钥文件" }))
    .addOption(asOption())
    .option("--url <URL>", inLanguage({ en: "the node", zh: "哪个节点" }), defaultUrl);
}

async function run(file: string, flags: Flags): Promise<void> {
  const stop = new AbortController();
  // What is on its way comes to its end; a second time ends at once.
  process.once("SIGINT", () => stop.abort());
  const { mapping, sheet: sheets, place: places, data, day } = flags;
  const isDryRun = flags.dryRun === true;
  try {
    const outcome = await importHouseholdList(
      await signInAt(flags),
      {
        ...{ file, sheets, mapping, data, places, day, isDryRun },
        withoutDisputed: flags.withoutDisputed === true,
        yes: flags.yes === true,
        signal: stop.signal,
        onProgress: (counts) => say(`  ${countsWords(counts)}`),
      },
      say,
    );
    report(outcome, isDryRun, flags.json === true);
  } catch (error) {
    throw withAdvice(error, flags.url);
  }
}

function report(outcome: HouseholdImportOutcome, isDryRun: boolean, isJson: boolean): void {
  if (isDryRun) say(countsWords(outcome.counts));
  for (const { command, subject, code } of outcome.refused) say(`  ${command} ${subject}: ${code}`);
  if (outcome.isStopped)
    say(inLanguage({ en: "Stopped; the same command goes on from here.", zh: "已停下；再执行同一条命令就接着导入" }));
  else if (outcome.import !== undefined)
    say(
      inLanguage({
        en: `To take it back: mingbai import undo ${outcome.import}`,
        zh: `要撤回：mingbai import undo ${outcome.import}`,
      }),
    );
  if (isJson) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcome.isStopped || outcome.refused.length > 0 ? 1 : 0;
}

async function undo(number: string, flags: NodeFlags): Promise<void> {
  try {
    const { client, actor } = await signInAt(flags);
    const { form } = await client.ask(formView, {});
    const { withdrawn, restored, left, refused } = await undoImport({
      client,
      actor,
      import: number,
      form: form.version,
    });
    say(
      inLanguage({
        en: `${withdrawn} households withdrawn, ${restored} files as they were before; ${left} were changed since and stay.`,
        zh: `撤回 ${withdrawn} 户，恢复原样 ${restored} 份；${left} 户后来改过，保留`,
      }),
    );
    process.exitCode = refused.length > 0 ? 1 : 0;
  } catch (error) {
    throw withAdvice(error, flags.url);
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function addPlace(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, code = "", area = ""] = /^(\d{12})=([a-z0-9-]+)$/.exec(text) ?? [];
  if (code !== "") return new Map(before).set(code, area);
  throw new InvalidArgumentError(
    inLanguage({
      en: "12 digits, =, and an area, such as 339901105201=yunling.",
      zh: "须为 12 位代码=辖区，例如 339901105201=yunling",
    }),
  );
}

function addSheet(name: string, before: readonly string[]): readonly string[] {
  if (before.length < sheetsMax) return [...before, name];
  throw new InvalidArgumentError(
    inLanguage({
      en: "a list has one sheet, or one of households and one of people.",
      zh: "名单只能是一张表，或一张户表加一张成员表",
    }),
  );
}

function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new InvalidArgumentError(inLanguage({ en: "such as 2026-11-22.", zh: "例如 2026-11-22" }));
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
