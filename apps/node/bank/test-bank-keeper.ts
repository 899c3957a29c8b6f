import { keepBank } from "./keep-bank.ts";

/** Run as a process of its own by the test beside it: keeps a bank, prints the bank's process id each time it listens. */
const [node = "", data = ""] = process.argv.slice(2);
const bank = keepBank({ port: 0, data, node, onListening: () => process.stdout.write(`${bank.child.pid}\n`) });
