import { itemBytesInFlightMax, itemsInFlightMax, pushBytesInFlightMax, pushesInFlightMax } from "../limits.ts";
import type { Clock } from "../ports/clock.ts";
import type { Links } from "../ports/links.ts";
import { Deliveries } from "./deliveries.ts";

/** What is on its way to one member: bodies, and items that must not wait behind bodies. */
export class PeerOutbox {
  readonly pushes: Deliveries;
  readonly items: Deliveries;

  constructor({ member, links, clock }: { member: number; links: Links; clock: Clock }) {
    const send = (frame: Uint8Array) => links.send(member, frame);
    this.pushes = new Deliveries({
      clock,
      send,
      limits: { bytesInFlightMax: pushBytesInFlightMax, inFlightMax: pushesInFlightMax },
    });
    this.items = new Deliveries({
      clock,
      send,
      limits: { bytesInFlightMax: itemBytesInFlightMax, inFlightMax: itemsInFlightMax },
    });
  }

  /** Nothing of this container is wanted any more. */
  withdraw(id: string): void {
    this.pushes.done(id);
    this.items.done(id);
  }

  wake(): void {
    this.items.wake();
    this.pushes.wake();
  }

  close(): void {
    this.pushes.close();
    this.items.close();
  }
}
