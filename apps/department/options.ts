import { parseArgs } from "node:util";
import { Source } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";
import { type DropFormat, dropFormats } from "./drops/write-drop.ts";

export interface DepartmentOptions {
  readonly port: number;
  readonly data: string;
  readonly sources: readonly Source[];
  readonly seed: number;
  readonly households: number;
  /** Public key, hexadecimal, of whoever may ask. */
  readonly caller: string | undefined;
  /** Commitment to the purpose, hexadecimal, for which the caller may compare; searches are not answered then. */
  readonly purpose: string | undefined;
  /** A folder into which its lists are written at the start, and how. */
  readonly drop: { readonly folder: string; readonly format: DropFormat } | undefined;
}

const defaultPort = 8480;
const portMax = 65_535;

export const departmentHelp = `a department of the demo county
  --sources A,B   whose lists it keeps, e.g. bank,tax; default all
  --port N        port on this machine, default ${defaultPort}; 0 takes any that is free
  --data FOLDER   where its facts and its key lie, default .mingbai/department
  --seed N        of the invented county, default 1
  --households N  of the invented county, default 2000
  --caller HEX    public key of who may ask; signed messages of others, and unsigned ones, are refused
  --purpose HEX   let the caller compare privately for this purpose (its commitment), and search nothing
  --drop FOLDER   also write its lists there, a file for each kind
  --format ${dropFormats.join("|")}  how, default csv
`;

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const Options = z.object({
  port: z.coerce.number().int().min(0).max(portMax).default(defaultPort),
  data: z.string().default(".mingbai/department"),
  sources: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(Source).min(1))
    .default([...Source.options]),
  seed: z.coerce.number().int().default(1),
  households: z.coerce.number().int().default(2_000),
  caller: Hex32.optional(),
  purpose: Hex32.optional(),
  drop: z.string().optional(),
  format: z.enum(dropFormats).default("csv"),
});

/** The options of a start. Throws an Error that says what is wrong with them. */
export function readDepartmentOptions(args: readonly string[]): DepartmentOptions {
  const text = { type: "string" } as const;
  const options = Object.fromEntries(Object.keys(Options.shape).map((name) => [name, text]));
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const read = Options.safeParse(values);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  const { drop, format, caller, purpose, ...rest } = read.data;
  if (purpose !== undefined && caller === undefined) throw new Error("--purpose needs --caller: one asker may compare");
  return { ...rest, caller, purpose, drop: drop === undefined ? undefined : { folder: drop, format } };
}
