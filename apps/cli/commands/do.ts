import { writeFileSync } from "node:fs";
import { registry } from "@mingbai/app-node/registry";
import type { CanonicalObject, CanonicalValue } from "@mingbai/codec/canonical-json";
import type { Command as Definition } from "@mingbai/ledger/definition/command";
import { actAs } from "@mingbai/sdk/actor";
import type { Answer } from "@mingbai/sdk/answer";
import { createClient, onlyAnswer } from "@mingbai/sdk/client";
import { formatPromise, type OnPromise } from "@mingbai/sdk/promise";
import { Command } from "commander";
import { z } from "zod";
import { defaultUrl, withAdvice } from "../default-url.ts";
import { asOption } from "../do/as-option.ts";
import { commandOptions, type FieldOption, readJson } from "../do/command-options.ts";
import { openSigner } from "../do/open-signer.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly key: string;
  readonly as: string;
  readonly url: string;
  readonly input?: string;
  readonly promise?: string;
}

const InputValue: z.ZodType<CanonicalValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(InputValue), InputObject]),
);
const InputObject: z.ZodType<CanonicalObject> = z.record(z.string(), InputValue);

/** `mingbai do DOMAIN.COMMAND`: every command of every domain, signed with a key file. Exit code 1 where it is refused. */
export function doCommand(): Command {
  const all = new Command("do").description(
    inLanguage({
      en: "sign one command with a key file, send it, and wait until it is final",
      zh: "用密钥文件签一个命令，提交并等到最终结果",
    }),
  );
  for (const definition of registry.commands.values()) all.addCommand(verbOf(definition));
  return all;
}

/** The verb of one command, with an option for each field of its schema. */
function verbOf(definition: Definition): Command {
  const fields = commandOptions(definition.schema);
  const verb = new Command(definition.name)
    .description(inLanguage(definition.title))
    .requiredOption("--key <FILE>", inLanguage({ en: "key file of whoever acts", zh: "办理人的密钥文件" }))
    .addOption(asOption())
    .option("--url <URL>", inLanguage({ en: "the node to send it to", zh: "提交给哪个节点" }), defaultUrl)
    .option(
      "--input <JSON>",
      inLanguage({
        en: "the whole input as JSON, instead of or besides the options of its fields",
        zh: "整个输入写成 JSON，代替或补充各字段选项",
      }),
    );
  verb.option(
    "--promise <FILE>",
    inLanguage({
      en: "keep here what the node promises before it is final, for verify --promise; a node that keeps its ledger alone promises nothing",
      zh: "把节点在最终结果之前给出的承诺存到这里，供 verify --promise 核对；单独记账的节点不作承诺",
    }),
  );
  for (const { option } of fields) verb.addOption(option);
  return verb.action((flags: Flags & Record<string, unknown>) => run(definition, fields, flags));
}

async function run(
  definition: Definition,
  fields: readonly FieldOption[],
  flags: Flags & Record<string, unknown>,
): Promise<void> {
  const input = readInput(definition, fields, flags);
  const signer = await openSigner(flags.key);
  try {
    const client = createClient({ url: flags.url });
    const actor = await actAs(client, { signer, keyId: flags.as, commands: {} });
    const { bytes } = await actor.sign(definition.name, input);
    const hearing = flags.promise === undefined ? {} : { onPromise: keepIn(flags.promise) };
    report(onlyAnswer(await client.submit(bytes, hearing)));
  } catch (error) {
    throw withAdvice(error, flags.url);
  }
}

/** Keeps a promise in this file. */
function keepIn(path: string): OnPromise {
  return (promise) => writeFileSync(path, formatPromise(promise));
}

/** The input as the schema wants it. Throws an Error that names each field that does not fit. */
function readInput(
  { schema, name }: Definition,
  fields: readonly FieldOption[],
  flags: Flags & Record<string, unknown>,
): CanonicalObject {
  const whole = InputObject.safeParse(flags.input === undefined ? {} : readJson(flags.input, "--input"));
  if (!whole.success)
    throw new Error(
      inLanguage({ en: "--input takes a JSON object without null", zh: "--input 要一个不含 null 的 JSON 对象" }),
    );
  const given = fields.map(({ field, option }) => [field, flags[option.attributeName()]] as const);
  const filled = given.filter(([, value]) => value !== undefined);
  const input = { ...whole.data, ...Object.fromEntries(filled) };
  const read = schema.safeParse(input);
  if (!read.success)
    throw new Error(
      inLanguage({
        en: `${name} does not take this:\n${z.prettifyError(read.error)}`,
        zh: `${name} 不接受这样的输入：\n${z.prettifyError(read.error)}`,
      }),
    );
  return InputObject.parse(input);
}

function report(answer: Answer): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exitCode = answer.status === "final" && answer.refused === undefined ? 0 : 1;
}
