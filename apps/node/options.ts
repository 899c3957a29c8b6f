import { parseArgs } from "node:util";
import { readSmtp, type SmtpOptions, smtpHelp } from "./mail/smtp-options.ts";
import { readWitnesses, type WitnessAddress } from "./published/ask-witness.ts";

export interface NodeOptions {
  readonly port: number;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** Whether an empty data folder becomes the demo. */
  readonly demo: boolean;
  /** Who is asked to cosign each checkpoint. */
  readonly witnesses?: readonly WitnessAddress[];
  /** Where the pages are built; where they usually are unless given. */
  readonly webFolder?: string;
  /** info: a line for each request; warn: only what went wrong. */
  readonly logLevel: "info" | "warn";
  /** How notices are sent by mail; not at all where it is absent. */
  readonly smtp?: SmtpOptions | undefined;
}

export const defaultPort = 8470;
const portMax = 65_535;

export const startHelp = `mingbai up (npm start)
  --port N      port on this machine, default ${defaultPort}; 0 takes any that is free
  --data FOLDER where the ledger lies, default .mingbai/node; with a network.json in it, that says where the node listens
  --no-demo     found an empty ledger instead of the demo when the folder is empty
  DATABASE_URL  a PostgreSQL of yours; without it one is started inside the data folder
  MINGBAI_LOG=info  a log line for each request; without it only for what goes wrong
  MINGBAI_WITNESSES  witnesses that cosign checkpoints: VKEY,URL each, with white space between
${smtpHelp}`;

/** The options of a start. Throws an Error that says what is wrong with them. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): NodeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string" }, data: { type: "string" }, "no-demo": { type: "boolean" } },
    strict: true,
  });
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > portMax)
    throw new Error(`--port takes a number from 0 to ${portMax}`);
  return {
    port,
    data: values.data ?? ".mingbai/node",
    databaseUrl: environment.DATABASE_URL,
    demo: values["no-demo"] !== true,
    witnesses: readWitnesses(environment.MINGBAI_WITNESSES),
    logLevel: environment.MINGBAI_LOG === "info" ? "info" : "warn",
    smtp: readSmtp(environment),
  };
}
