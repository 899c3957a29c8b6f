// Run by the tests as a process of its own, so that it can be killed: the test's application and the CometBFT that it
// keeps running, in the folder given. Says each height that is durable, and CometBFT's process id with it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { serveAbci } from "./abci-server.ts";
import { openCometPlace } from "./comet-place.ts";
import { type Comet, startComet } from "./comet-process.ts";
import { type TestState, testApplication } from "./test-application.ts";

/** `dies`: kills itself when it is asked to commit that height, "before" or "after" it has made it durable. */
const [, , home = "", dies = "", diesAt = ""] = process.argv;
const statePath = join(home, "test-state.json");
let comet: Comet | undefined;

function readState(): TestState {
  try {
    const { height, appHash } = JSON.parse(readFileSync(statePath, "utf8"));
    return { height, appHash: fromHex(appHash) };
  } catch {
    // Nothing is durable yet; a file is written whole or not at all.
    return { height: 0, appHash: new Uint8Array(32) };
  }
}

const place = await openCometPlace(home);
await serveAbci({
  socketPath: place.abciSocket,
  application: testApplication({
    start: readState(),
    propose: async () => [crypto.getRandomValues(new Uint8Array(50))],
    async onCommit({ height, appHash }) {
      if (dies === "before" && height === Number(diesAt)) process.kill(process.pid, "SIGKILL");
      const text = JSON.stringify({ height, appHash: toHex(appHash) });
      await writePrivateFile({ path: statePath, text, replace: true });
      if (dies === "after" && height === Number(diesAt)) process.kill(process.pid, "SIGKILL");
      process.stdout.write(`${height} ${comet?.pid}\n`);
    },
  }),
  onFatal(error) {
    throw error;
  },
});
comet = await startComet({ place });
