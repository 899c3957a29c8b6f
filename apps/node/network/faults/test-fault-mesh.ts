import { type Direction, TestPassage } from "./test-passage.ts";

/** What members say to each other: links between nodes, and the peers of their engines. */
export const layers = ["links", "p2p"] as const;
export type Layer = (typeof layers)[number];

interface Way {
  readonly from: number;
  readonly to: number;
}
interface MeshPassage extends Way {
  readonly layer: Layer;
  readonly passage: TestPassage;
}

/** Everything between the members of a network on this machine: a passage for each that dials, each that listens, and each layer. */
export class FaultMesh {
  readonly #passages: readonly MeshPassage[];

  private constructor(passages: readonly MeshPassage[]) {
    this.#passages = passages;
  }

  static async open(count: number): Promise<FaultMesh> {
    const numbers = Array.from({ length: count }, (_, number) => number);
    const ways = numbers.flatMap((from) => numbers.filter((to) => to !== from).map((to) => ({ from, to })));
    const wanted = ways.flatMap((way) => layers.map((layer) => ({ ...way, layer })));
    return new FaultMesh(await Promise.all(wanted.map(async (way) => ({ ...way, passage: await TestPassage.open() }))));
  }

  /** The port under which `from` finds `to`, who listens at `targetPort`. */
  join({ from, to, layer, targetPort }: Way & { layer: Layer; targetPort: number }): number {
    const found = this.#passages.find((one) => one.from === from && one.to === to && one.layer === layer);
    if (found === undefined) throw new RangeError(`no passage from ${from} to ${to}`);
    found.passage.targetPort = targetPort;
    return found.passage.port;
  }

  /** Nothing that `from` says reaches `to`, whoever has dialled. */
  cut({ from, to }: Way): void {
    for (const one of this.#passages) {
      const direction = directionOf(one, { from, to });
      if (direction !== undefined) one.passage.cut(direction);
    }
  }

  /** This member is away from all others: its connections end, and it gets no others. */
  disconnect(member: number): void {
    for (const { from, to, passage } of this.#passages) if (from === member || to === member) passage.refuse();
  }

  heal(): void {
    for (const { passage } of this.#passages) passage.heal();
  }

  async close(): Promise<void> {
    await Promise.all(this.#passages.map(({ passage }) => passage.close()));
  }
}

function directionOf(passage: Way, { from, to }: Way): Direction | undefined {
  if (passage.from === from && passage.to === to) return "there";
  return passage.from === to && passage.to === from ? "back" : undefined;
}
