import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { holderOf, type Level, type Post, relayId } from "@mingbai/app-node/demo/levels/level-casts";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { chainView } from "@mingbai/http/ledger-views";
import { actAs } from "@mingbai/sdk/actor";
import { type Client, createClient } from "@mingbai/sdk/client";
import { signIn } from "@mingbai/sdk/session";
import { submitCommand } from "@mingbai/sdk/submit-command";
import { inLanguage } from "../words.ts";

/** Who acts at a level: whoever holds a post, or the relay's operator. */
export type Actor = Post | "relay";

/** A level's ledger with its people at their desks: each act is one person's, signed with that person's key. */
export class LevelDesks {
  readonly level: Level;
  /** Of its node. */
  readonly url: string;
  readonly #clients = new Map<Actor, Client>();

  constructor(level: Level, url: string) {
    this.level = level;
    this.url = url;
  }

  /** Signed in as this actor. Throws TypeError where the node does not answer. */
  async clientOf(actor: Actor): Promise<Client> {
    const known = this.#clients.get(actor);
    if (known !== undefined) return known;
    const client = createClient({ url: this.url });
    await signIn(client, this.#keyOf(actor));
    this.#clients.set(actor, client);
    return client;
  }

  /** The ledger's number. */
  async chain(): Promise<string> {
    return (await (await this.clientOf("relay")).ask(chainView, {})).chain;
  }

  /** Somebody acts; gives the transaction. Throws ProblemError where the ledger refuses. */
  async act(actor: Actor, command: string, input: CanonicalObject): Promise<string> {
    const client = await this.clientOf(actor);
    const signing = await actAs(client, { ...this.#keyOf(actor), commands: {} });
    return (await submitCommand(client, await signing.sign(command, input))).id;
  }

  /** The note by which its organisations sign who keeps it. Throws an Error while there is none. */
  async rosterNote(): Promise<string> {
    const answer = await fetch(`${this.url}/roster/0`);
    if (!answer.ok)
      throw new Error(inLanguage({ en: `${this.url} shows no roster yet`, zh: `${this.url} 还没有公布成员名册` }));
    return answer.text();
  }

  #keyOf(actor: Actor) {
    const id = actor === "relay" ? relayId : holderOf(this.level, actor);
    return { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) };
  }
}
