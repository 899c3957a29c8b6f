import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { absentReasons, encodeAbsent } from "../frames/absent.ts";
import { encodeBodyAnswer } from "../frames/body.ts";
import type { Fetch } from "../frames/fetch.ts";
import { rangeBytesMax } from "../frames/frame-type.ts";
import { isAt, type Range } from "../frames/range.ts";
import { encodeRangeBodies } from "../frames/range-bodies.ts";
import { servedPerMemberMax } from "../limits.ts";
import type { BodyKeeper } from "../ports/body-keeper.ts";
import type { Links } from "../ports/links.ts";

/** Answers what other members ask for, of each only so much at once: nobody's questions hold up another's. */
export class ServeBodies {
  readonly #links: Links;
  readonly #keeper: BodyKeeper;
  readonly #onDamage: (damage: Damage) => void;
  readonly #serving = new Map<number, number>();

  constructor(parts: { links: Links; keeper: BodyKeeper; onDamage: (damage: Damage) => void }) {
    this.#links = parts.links;
    this.#keeper = parts.keeper;
    this.#onDamage = parts.onDamage;
  }

  /** Rejects only where the disk is not to be trusted any more. */
  fetch(from: number, { request, batchId }: Fetch): Promise<void> {
    return this.#serve(from, request, async () => {
      const kept = await this.#keeper.read(batchId);
      return kept && encodeBodyAnswer({ request, body: kept.body });
    });
  }

  range(from: number, { request, from: place }: Range): Promise<void> {
    return this.#serve(from, request, async () => {
      const { bodies, next } = await this.#keeper.readRange({ from: place, bytesMax: rangeBytesMax / 2 });
      return isAt(place, next) ? undefined : encodeRangeBodies({ request, bodies, next });
    });
  }

  async #serve(from: number, request: number, read: () => Promise<Uint8Array | undefined>): Promise<void> {
    const count = this.#serving.get(from) ?? 0;
    if (count >= servedPerMemberMax) {
      this.#links.send(from, encodeAbsent({ reason: absentReasons.busy, request }));
      return;
    }
    this.#serving.set(from, count + 1);
    try {
      const answer = await read();
      // An answer that finds no place in the queue is lost: who asked asks the next.
      this.#links.send(from, answer ?? encodeAbsent({ reason: absentReasons.absent, request }));
    } catch (error) {
      // Nobody may end this node by asking for the one old body that its disk has lost: others have it.
      if (!(error instanceof LogDamaged)) throw error;
      this.#onDamage(error.damage);
      this.#links.send(from, encodeAbsent({ reason: absentReasons.absent, request }));
    } finally {
      this.#serving.set(from, (this.#serving.get(from) ?? 1) - 1);
    }
  }
}
