import { DemoPeopleView, type DemoPersonView } from "@mingbai/http/demo-views";
import { nodeClient } from "../api/node-client.ts";

let asked: Promise<readonly DemoPersonView[]> | undefined;

/** The invented people of this ledger; nobody where it is no demo or no answer came. They never change. */
export function askDemoPeople(): Promise<readonly DemoPersonView[]> {
  asked ??= readPeople().catch(() => {
    asked = undefined;
    return [];
  });
  return asked;
}

async function readPeople(): Promise<readonly DemoPersonView[]> {
  const response = await nodeClient.send("/api/demo/people");
  return response.ok ? DemoPeopleView.parse(await response.json()) : [];
}
