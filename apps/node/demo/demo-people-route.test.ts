import { fromHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { DemoPeopleView } from "@mingbai/http/demo-views";
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { describe, expect, it } from "vitest";
import { demoSigner } from "./demo-keys.ts";
import { demoPeopleRoute } from "./demo-people-route.ts";
import { counties } from "./levels/level-casts.ts";
import { demoPeople, district } from "./people.ts";

async function ask(demo: boolean, name = district.ledger) {
  const server = Fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  demoPeopleRoute(server, { demo, name });
  return server.inject("/api/demo/people");
}

describe("the people of a demo", () => {
  it("are named with keys that sign as them", async () => {
    const people = DemoPeopleView.parse((await ask(true)).json());
    expect(people.map(({ id }) => id)).toEqual(demoPeople.map(({ id }) => id));
    for (const { id, seed } of people) {
      expect(generateSigner("ed25519", fromHex(seed)).publicKey).toEqual(demoSigner(id).publicKey);
    }
  });

  it.each(counties)("are those of the ledger that one looks at: $name.en", async ({ cast }) => {
    const people = DemoPeopleView.parse((await ask(true, cast.ledger)).json());
    expect(people.map(({ id }) => id)).toEqual(cast.people.map(({ id }) => id));
  });

  it("do not exist on any other ledger", async () => {
    expect((await ask(false)).statusCode).toBe(404);
  });
});
