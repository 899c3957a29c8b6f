import { join } from "node:path";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { statusView } from "@mingbai/http/explorer-views";
import { actAs, type Client, createClient, signIn, submitCommand } from "@mingbai/sdk/index";
import { openDesk } from "@mingbai/testkit/browser/at-desk";
import type { Browser, Page } from "playwright-core";
import { keepBank } from "../bank/keep-bank.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { demoPeople } from "../demo/people.ts";

const pollMs = 50;

/** The demo's district at a running node: its people through the API and at their desks, its bank beside it. */
export class District {
  readonly #clients = new Map<string, Client>();
  #bank: ReturnType<typeof keepBank> | undefined;
  readonly url: string;
  readonly browser: Browser;

  constructor(url: string, browser: Browser) {
    this.url = url;
    this.browser = browser;
  }

  async close(): Promise<void> {
    await this.#bank?.stop();
  }

  /** A person of the demo, signed in. */
  async as(id: string): Promise<Client> {
    const known = this.#clients.get(id);
    if (known !== undefined) return known;
    const client = createClient({ url: this.url });
    await signIn(client, { signer: demoSigner(id), keyId: keyOf(id) });
    this.#clients.set(id, client);
    return client;
  }

  /** Signs and sends one command, which must be accepted; gives its identity once the tables have read it. */
  async act(id: string, command: string, input: CanonicalObject): Promise<string> {
    const client = await this.as(id);
    const actor = await actAs(client, { signer: demoSigner(id), keyId: keyOf(id), commands: {} });
    const answer = await submitCommand(client, await actor.sign(command, input));
    await this.tablesReach(answer.height);
    return answer.id;
  }

  /** Waits until the tables have read this block, or all that there are: acts are final before lists show them. */
  async tablesReach(height?: number): Promise<void> {
    const client = await this.as("regulator");
    const wanted = height ?? (await client.ask(statusView, {})).head.height;
    while ((await client.ask(statusView, {})).readModel.height < wanted) await pause();
  }

  /** Somebody at their desk, in a browser of their own. */
  openAs(id: string, path: string): Promise<Page> {
    const name = demoPeople.find((person) => person.id === id)?.name;
    if (name === undefined) throw new Error(`nobody is called ${id}`);
    return openDesk(this.browser, { url: this.url, name, path });
  }

  /** The bank's process, started at the first call; gives the address of its page. */
  async startBank(root: string): Promise<string> {
    return new Promise((onListening) => {
      const parts = { port: 0, data: join(root, "bank"), node: this.url };
      this.#bank ??= keepBank({ ...parts, onListening });
    });
  }
}

export const keyOf = (id: string): string => demoNumber(`key ${id}`);

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pollMs));
}
