import { parseArgs } from "node:util";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { readSmtp, type SmtpOptions, smtpHelp } from "./mail/smtp-options.ts";
import { readWitnesses, type WitnessAddress } from "./published/ask-witness.ts";

export interface NodeOptions {
  readonly port: number;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** Whether an empty data folder becomes the demo. */
  readonly demo: boolean;
  /** Household files that a new demo begins with; its usual number unless given. */
  readonly households?: number;
  /** Who is asked to cosign each checkpoint. */
  readonly witnesses?: readonly WitnessAddress[];
  /** Where the pages are built; where they usually are unless given. */
  readonly webFolder?: string;
  /** Where the phone application lies, beside pages that are given. */
  readonly fieldFolder?: string;
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
  --households N  household files of a new demo, default ${demoHouseholds}; 0 for none
  DATABASE_URL  a PostgreSQL of yours; without it one is started inside the data folder
  MINGBAI_LOG=info  a log line for each request; without it only for what goes wrong
  MINGBAI_WITNESSES  witnesses that cosign checkpoints: VKEY,URL each, with white space between
${smtpHelp}`;

/** The options of a start. Throws an Error that says what is wrong with them. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): NodeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      data: { type: "string" },
      "no-demo": { type: "boolean" },
      households: { type: "string" },
    },
    strict: true,
  });
  const port = readNumber("port", values.port ?? String(defaultPort), portMax);
  return {
    port,
    data: values.data ?? ".mingbai/node",
    databaseUrl: environment.DATABASE_URL,
    demo: values["no-demo"] !== true,
    households: readNumber("households", values.households ?? String(demoHouseholds), demoHouseholds),
    witnesses: readWitnesses(environment.MINGBAI_WITNESSES),
    logLevel: environment.MINGBAI_LOG === "info" ? "info" : "warn",
    smtp: readSmtp(environment),
  };
}

function readNumber(option: string, text: string, max: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= max) return number;
  throw new Error(`--${option} takes a number from 0 to ${max}`);
}
