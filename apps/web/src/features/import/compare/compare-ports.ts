import { alikeAtNode, knownAtNode } from "@mingbai/sdk/household-import/known-at-node";
import { nodeClient } from "../../../api/node-client.ts";
import type { Session } from "../../../session/session.ts";
import { importActor } from "../desk/import-actor.ts";
import type { PlanPorts } from "./plan-decided.ts";

/** The files that a list is compared with, as the node has them for this person. */
export async function comparePorts(session: Session): Promise<PlanPorts> {
  return {
    known: knownAtNode({ client: nodeClient, actor: await importActor(session) }),
    alike: alikeAtNode(nodeClient),
  };
}
