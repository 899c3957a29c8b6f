import { parseArgs } from "node:util";
import { demoBankAccount } from "@mingbai/app-node/demo/demo-plan";
import { defaultPort } from "@mingbai/app-node/options";

export interface BankOptions {
  readonly port: number;
  /** Where the port is taken, any that is free. */
  readonly orFree: boolean;
  readonly data: string;
  /** The node whose ledger it writes to. */
  readonly node: string;
  /** The escrow account's number. */
  readonly account: string;
  /** Key file and number of the key on the ledger; without them the demo's key, on a demo ledger only. */
  readonly key: { readonly file: string; readonly keyId: string } | undefined;
}

const portMax = 65_535;

export const bankHelp = `the demo's escrow bank
  --port N       port on this machine, default ${defaultPort + 1}; 0 takes any that is free
  --or-free      where the port is taken, any that is free
  --data FOLDER  where its books lie, default .mingbai/bank
  --node URL     the node that it tells what it booked, default http://localhost:${defaultPort}
  --account NO   number of the escrow account, default ${demoBankAccount}
  --key FILE --as HEX  its key file and that key's number on the ledger; without them the demo's key
`;

/** The options of a start. Throws an Error that says what is wrong with them. */
export function readBankOptions(args: readonly string[]): BankOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { port: text, data: text, node: text, account: text, key: text, as: text, "or-free": { type: "boolean" } },
    strict: true,
  });
  const port = values.port === undefined ? defaultPort + 1 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > portMax)
    throw new Error(`--port takes a number from 0 to ${portMax}`);
  if ((values.key === undefined) !== (values.as === undefined)) throw new Error("--key and --as go together");
  return {
    port,
    orFree: values["or-free"] === true,
    data: values.data ?? ".mingbai/bank",
    node: values.node ?? `http://localhost:${defaultPort}`,
    account: values.account ?? demoBankAccount,
    key: values.key === undefined || values.as === undefined ? undefined : { file: values.key, keyId: values.as },
  };
}
