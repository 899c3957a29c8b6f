import { registryCommands } from "@mingbai/registry/schema";
import { actAs } from "@mingbai/sdk/index";
import { nodeClient } from "../../../api/node-client.ts";
import { findSigner } from "../../../keys/find-signer.ts";
import { keyNotHere } from "../../../session/problem-texts.ts";
import type { Session } from "../../../session/session.ts";

/** Commands of an import have an order of their own, so that they and single acts never wait for each other's numbers. */
const lane = 2;

/** Who signs an import; throws what to do where their key is not on this device. */
export async function importActor({ keyId }: Session) {
  const signer = await findSigner(keyId);
  if (signer === undefined) throw keyNotHere();
  return () => actAs(nodeClient, { signer, keyId, lane, commands: { registry: registryCommands } });
}
