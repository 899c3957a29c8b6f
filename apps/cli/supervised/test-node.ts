// Stands for a node in tests of what keeps nodes running: answers as one does, ends with its keeper, fails where the
// folder holds a file named "fail", there saying the passphrase it was given, and is without the others where it holds one named "alone".
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { tellKeeper } from "@mingbai/app-node/operator/node-message";
import { newToken, writeRunning } from "@mingbai/app-node/operator/running-file";

const root = process.argv[3] ?? "";
process.on("disconnect", () => process.exit(0));
if (existsSync(join(root, "fail"))) {
  process.stdout.write(`begun with the passphrase ${process.env.MINGBAI_PASSPHRASE}\n`);
  process.stderr.write("mingbai: the keys are missing\n  at some place\n");
  process.exit(1);
}
const token = newToken();
const engine = {
  height: 9,
  isCatchingUp: false,
  power: 1,
  peers: ["audit"],
  isQuorum: !existsSync(join(root, "alone")),
  bodiesFrom: 0,
};
const server = createServer((request, response) => {
  if (request.method === "POST") {
    response.once("finish", () => {
      tellKeeper({ kind: "draining" });
      process.exit(0);
    });
    response.writeHead(request.headers.authorization === `Bearer ${token}` ? 202 : 401).end();
    return;
  }
  const health = { state: "ok", height: 3, readModelBehind: 1 };
  response.end(JSON.stringify(request.url === "/health" ? health : { engine }));
});
server.listen(0, "localhost", async () => {
  const address = server.address();
  const url = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  await writeRunning(dataFolder(root).running, { pid: process.pid, url, token });
  tellKeeper({ kind: "listening", url });
});
