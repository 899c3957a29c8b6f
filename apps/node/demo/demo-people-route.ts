import { toHex } from "@mingbai/codec/hex";
import { DemoPeopleView, type DemoPersonView } from "@mingbai/http/demo-views";
import type { FastifyInstance } from "fastify";
import { findCast } from "./casts.ts";
import { demoNumber, demoSeed } from "./demo-keys.ts";

/** `GET /api/demo/people`: who can be tried out, with their keys. There is no such address unless the ledger is a demo. */
export function demoPeopleRoute(server: FastifyInstance, configuration: Parameters<typeof findCast>[0]): void {
  const cast = findCast(configuration);
  if (cast === undefined) return;
  const people = cast.people.map(({ id, name, organisation, roles }): DemoPersonView => {
    const owner = cast.organisations.find((one) => one.id === organisation);
    if (owner === undefined) throw new Error(`${id} of the demo acts for nobody`);
    return {
      id,
      name,
      organisation: owner.name,
      roles: [...roles],
      account: demoNumber(id),
      keyId: demoNumber(`key ${id}`),
      seed: toHex(demoSeed(id)),
    };
  });
  server.route({
    method: "GET",
    url: "/api/demo/people",
    schema: {
      operationId: "demoPeople",
      summary: "The invented people of this demo, with their published keys",
      response: { 200: DemoPeopleView },
    },
    handler: async () => people,
  });
}
