import type { DemoStep } from "./demo-step.ts";

const dayMs = 86_400_000;

/** Steps that must run one after another, in the order of their times. */
export interface Lane {
  readonly name: string;
  readonly steps: readonly DemoStep[];
}

/** Day by day, the steps of each lane of one name in their order, the lanes of different names side by side. `onDay` hears the time of a day's first step. */
export async function runLanes(
  lanes: readonly Lane[],
  { untilMs, onDay }: { untilMs: number; onDay: (atMs: number) => void },
): Promise<void> {
  const steps = lanes
    .flatMap(({ name, steps: own }) => own.map((step) => ({ name, step })))
    .filter(({ step }) => step.atMs <= untilMs)
    .sort((one, other) => one.step.atMs - other.step.atMs);
  const days = Map.groupBy(steps, ({ step }) => Math.floor(step.atMs / dayMs));
  for (const ofDay of days.values()) {
    onDay(ofDay[0]?.step.atMs ?? untilMs);
    const named = Map.groupBy(ofDay, ({ name }) => name);
    await Promise.all([...named.values()].map((ofName) => runInTurn(ofName.map(({ step }) => step))));
  }
}

async function runInTurn(steps: readonly DemoStep[]): Promise<void> {
  for (const { run } of steps) await run();
}
