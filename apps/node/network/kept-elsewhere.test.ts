import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestMembers } from "./test-members.ts";

const longMs = 120_000;
const acts = 12;
const [keeping, letting] = [0, 1];

let folder = "";
let members: TestMembers;

describe.skipIf(whyNoComet)(whyNoComet ?? "a node that let go of old bodies", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mingbai-kept-elsewhere-"));
    members = await TestMembers.found(folder, 2);
    await members.openAll();
  }, longMs);
  afterAll(async () => {
    await members?.closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    "answers for each old transaction what one answers that keeps them, over real links",
    async () => {
      const actor = members.actor(keeping);
      const { sequencer } = members.get(keeping);
      const answers = [];
      for (let number = 0; number < acts; number++) {
        const id = `place-${number}`;
        const input = { organisation: id, name: { en: id, zh: id } };
        const signed = await actor.signCommand("identity.registerOrganisation", input);
        // What is promised is stored beside the blocks, however small.
        expect(await sequencer.receive(signed.bytes.slice())).toMatchObject([{ status: "received" }]);
        answers.push(await actor.submit(signed));
      }
      const last = Math.max(...answers.map(({ height }) => height));
      await members.appHashAfter(letting, last);
      const { chain } = members.get(letting);
      await chain.retainBodiesFrom(last);
      let fetched = 0;
      for (const { logIndex } of answers) {
        const found = await chain.findLeafOutcome(logIndex);
        const [container = -1] = found?.record.outcomes[found.index]?.place ?? [];
        const recorded = found?.record.containers[container];
        if (recorded !== undefined && !chain.hasBody(recorded)) fetched++;
        const { header, signature, body, leaf } = await members.receiptOf(letting, logIndex);
        expect(await members.receiptOf(keeping, logIndex)).toMatchObject({ header, signature, body, leaf });
      }
      expect(fetched).toBeGreaterThan(acts / 2);
      expect(members.fatal).toEqual([]);
    },
    longMs,
  );
});
