import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { type SceneNode, sceneRosterOf } from "./scene-nodes.ts";

/** Who keeps a log, from which height on; epochs in their order. */
export type SceneEpochs = readonly { readonly nodes: readonly SceneNode[]; readonly fromHeight: number }[];

const noId = new Uint8Array(32);

/** The note of each epoch's roster, signed by its own members and by those before. */
export function sceneRosterNotes(
  epochs: SceneEpochs,
  { origin, chain }: { readonly origin: string; readonly chain: Uint8Array },
): Promise<string[]> {
  return Promise.all(
    epochs.map(({ nodes, fromHeight }, epoch) => {
      const electorate = new Map([...(epochs[epoch - 1]?.nodes ?? []), ...nodes].map((one) => [one.organisation, one]));
      const signers = [...electorate.values()].map((node) => {
        const [member] = sceneRosterOf([node]).members;
        if (member === undefined) throw new RangeError("no member");
        const sign = async (message: Uint8Array) =>
          Uint8Array.from(await node.organisationKey.sign({ message, id: noId }));
        return { key: organisationNoteKey(origin, member), sign };
      });
      const roster = sceneRosterOf(nodes, { epoch });
      return signRosterNote({ origin, chain, fromSize: 0, fromHeight, roster }, signers);
    }),
  );
}
