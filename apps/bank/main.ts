import { bankHelp, readBankOptions } from "./options.ts";
import { startBank } from "./start-bank.ts";

/** The bank's process: says where its page is, works until it is stopped, and ends with whoever started it. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(bankHelp);
  const bank = await startBank(readBankOptions(args));
  if (process.connected) process.send?.({ kind: "listening", url: bank.url });
  else process.stdout.write(`\n  托管银行 Escrow bank  ${bank.url}\n\n`);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    bank.close().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  if (process.connected) {
    // Ctrl-C reaches the whole group: the node stops first, and closes the channel. Killed, it closes it as well.
    process.on("SIGINT", () => undefined);
    process.on("disconnect", stop);
  } else process.on("SIGINT", stop);
}

function fail(error: unknown): never {
  process.stderr.write(`bank: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2)).catch(fail);
