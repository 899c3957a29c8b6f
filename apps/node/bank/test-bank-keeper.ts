import { BankProcess } from "./bank-process.ts";

/** Run as a process of its own by the test beside it: keeps a bank, prints the bank's process id each time it listens. */
const [node = "", data = ""] = process.argv.slice(2);
const bank = new BankProcess({ port: 0, data, node, onListening: () => process.stdout.write(`${bank.pid}\n`) });
