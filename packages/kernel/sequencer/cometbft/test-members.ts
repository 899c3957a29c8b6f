import { toHex } from "@mingbai/codec/hex";
import { serveAbci } from "./abci-server.ts";
import type { CometPlace } from "./comet-place.ts";
import { type Comet, startComet } from "./comet-process.ts";
import { testApplication } from "./test-application.ts";
import { TestHeights } from "./test-heights.ts";

/** A member whose application runs in the test's process. */
export interface TestMember {
  readonly place: CometPlace;
  readonly heights: TestHeights;
  /** App hashes by height, since it was started. */
  readonly hashes: ReadonlyMap<number, string>;
  /** The one that runs; whoever starts another puts it here. */
  comet: Comet;
  end(): Promise<void>;
}

/** Starts a member in its home. `number` stands in each item that it proposes. */
export async function startTestMember(
  place: CometPlace,
  number: number,
  snapshotHeights?: number,
): Promise<TestMember> {
  const heights = new TestHeights();
  const hashes = new Map<number, string>();
  let proposed = 0;
  const server = await serveAbci({
    socketPath: place.abciSocket,
    application: testApplication({
      ...(snapshotHeights === undefined ? {} : { snapshotHeights }),
      propose: async () => [Uint8Array.of(number, proposed++)],
      onCommit: ({ height, appHash }) => {
        hashes.set(height, toHex(appHash));
        heights.reach(height);
      },
    }),
    onFatal(error) {
      throw error;
    },
  });
  const member: TestMember = {
    place,
    heights,
    hashes,
    comet: await startComet({ place }),
    async end() {
      await member.comet.stop();
      await server.close();
    },
  };
  return member;
}
