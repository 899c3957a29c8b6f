import { setTimeout } from "node:timers/promises";
import { inLanguage } from "../words.ts";
import type { ScreenRow, StateScreen } from "./state-screen.ts";

const pollMs = 1_000;

/** A process that is kept running, as it is shown. */
export interface Kept {
  row(): Promise<ScreenRow>;
  stop(): Promise<void>;
}

/**
 * Shows how processes stand until Ctrl-C, or until all are drained, and stops them. `beside`: what is done meanwhile; it is
 * told when to stop, and waited for.
 */
export async function keepRunning(
  kept: readonly Kept[],
  { screen, beside }: { screen: StateScreen; beside?: (signal: AbortSignal) => Promise<void> },
): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  const { signal } = stopping;
  const done = beside?.(signal);
  try {
    await watch(kept, screen, signal);
  } finally {
    stopping.abort();
    screen.say(inLanguage({ en: "stopping all", zh: "正在全部停止" }));
    await Promise.all([done, ...kept.map((one) => one.stop())]);
  }
}

async function watch(kept: readonly Kept[], screen: StateScreen, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const rows = await Promise.all(kept.map((one) => one.row()));
    screen.show(rows);
    if (rows.every(({ report }) => report.state === "drained")) return;
    await pause(pollMs, signal);
  }
}

/** Waits, or less where it is told to stop. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
