import type { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";

/** What the demo's acts are done with. `as` is a person of the demo, by id. */
export interface DemoScene {
  readonly ledger: OpenLedger;
  as(id: string): LocalActor;
}

/** Something that happens in the demo, and when. */
export interface DemoStep {
  readonly atMs: number;
  run(): Promise<unknown>;
}
