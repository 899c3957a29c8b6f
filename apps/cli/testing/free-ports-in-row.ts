import { createServer } from "node:net";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";

const triesMax = 100;

/** The first of so many ports in a row of which nobody uses any. */
export async function freePortsInRow(count: number): Promise<number> {
  for (let tries = 0; tries < triesMax; tries++) {
    const [first = 0] = await freePorts(1);
    const rest = await Promise.all(Array.from({ length: count - 1 }, (_, at) => isFree(first + 1 + at)));
    if (rest.every((free) => free)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen({ host: "localhost", port }, () => server.close(() => resolve(true)));
  });
}
