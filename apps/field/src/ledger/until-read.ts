import { statusView } from "@mingbai/http/explorer-views";
import type { Client } from "@mingbai/sdk/index";

const triesMax = 40;
const betweenMs = 250;

/** Until the tables that questions are answered from have come to this block; a slow node is not waited for longer than 10 s. */
export async function untilRead(client: Client, height: number): Promise<void> {
  for (let tries = 0; tries < triesMax; tries++) {
    const { readModel } = await client.ask(statusView, {});
    if (readModel.height >= height) return;
    await new Promise((next) => setTimeout(next, betweenMs));
  }
}
