import type { Signer } from "@mingbai/crypto/signers/signer";
import { listDivisions, type NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { registryCommands } from "@mingbai/registry/schema";
import { formView } from "@mingbai/registry/views/form";
import { placesView } from "@mingbai/registry/views/places";
import { actAs, type Client, createClient, signIn } from "@mingbai/sdk/index";
import { openSigner } from "../../do/open-signer.ts";

/** Commands of an import have an order of their own, as on the import desk. */
const lane = 2;

/** Which key acts, and at which node. */
export interface NodeFlags {
  readonly key: string;
  readonly as: string;
  readonly url: string;
}

/** Somebody signed in at a node, who imports. */
export interface AtNode {
  readonly client: Client;
  readonly actor: () => ReturnType<typeof act>;
}

/** Signs in with a key file. Throws what the node or the key file refuses. */
export async function signInAt({ key, as: keyId, url }: NodeFlags): Promise<AtNode> {
  const signer = await openSigner(key);
  const client = createClient({ url });
  await signIn(client, { signer, keyId });
  return { client, actor: () => act(client, { signer, keyId }) };
}

function act(client: Client, who: { signer: Signer; keyId: string }) {
  return actAs(client, { ...who, lane, commands: { registry: registryCommands } });
}

/** What a list is read by: the form in force, and the villages that it may name with the areas in which their files lie. */
export async function askSetting(client: Client, given: ReadonlyMap<string, string>) {
  const { form } = await client.ask(formView, {});
  const { rows } = await client.ask(placesView, {});
  const known = rows.filter(({ division }) => division !== "");
  const named: NamedDivision[] = known.map(({ division, area }) => ({ code: division, name: area.zh }));
  const unnamed = [...given.keys()].filter((code) => !known.some(({ division }) => division === code));
  const places = new Map([...known.map(({ division, area }) => [division, area.id] as const), ...given]);
  const divisions = listDivisions([...named, ...unnamed.map((code) => ({ code, name: code }))]);
  return { form, divisions, places };
}
