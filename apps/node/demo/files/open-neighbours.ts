import { demoNumber } from "../demo-keys.ts";
import type { DemoScene } from "../demo-step.ts";
import { FileDesk } from "./file-desk.ts";
import { type Neighbour, neighbours } from "./neighbours.ts";

const area = "fengxi-yunling";
/** People of the demo who live in these households: the head of each is bound to their account. */
const accounts = [
  [neighbours.fang, "person-1"],
  [neighbours.xie, "person-2"],
] as const;

/** Begins the files of the neighbours, and gives those of the demo who live there their own. */
export async function openNeighbours(scene: DemoScene): Promise<void> {
  const personOf = ({ id }: Neighbour, at: number) => demoNumber(`${id} ${at}`);
  const all: readonly Neighbour[] = Object.values(neighbours);
  await new FileDesk(scene, "town-clerk").open(
    all.map((one) => ({
      household: demoNumber(one.id),
      area,
      values: one.values,
      people: one.people.map((values, at) => ({ person: personOf(one, at), values })),
    })),
  );
  const grid = new FileDesk(scene, "grid-0");
  for (const [neighbour, id] of accounts)
    await grid.act("bindAccount", {
      person: personOf(neighbour, 0),
      account: demoNumber(id),
      witness: demoNumber("town-clerk"),
    });
}
