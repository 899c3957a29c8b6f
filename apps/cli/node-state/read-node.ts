import { dataFolder } from "@mingbai/app-node/data-folder";
import { EngineView } from "@mingbai/app-node/operator/operator-views";
import { findRunning, type RunningFile } from "@mingbai/app-node/operator/running-file";
import { Health } from "@mingbai/http/routes/operations";
import type { z } from "zod";
import { isAlive } from "./is-alive.ts";

/** As it answers: waiting = for a body, or for more members; silent = its process is there and does not answer; stopped = no process. */
export type NodeState = "running" | "catchingUp" | "waiting" | "readOnly" | "silent" | "stopped";

export interface NodeReport {
  readonly state: NodeState;
  /** On this machine. */
  readonly url?: string;
  /** Of the ledger. */
  readonly height?: number;
  /** Blocks that its pages do not show yet. */
  readonly behindBlocks?: number;
  readonly engine?: EngineView["engine"];
}

const answerMsMax = 5_000;

/** Asks the node of a data folder how it is. Never rejects because of the node: one that does not answer is a report too. */
export async function readNode(root: string): Promise<NodeReport> {
  const running = await findRunning(dataFolder(root).running);
  if (running === undefined) return { state: "stopped" };
  const [health, engine] = await Promise.all([
    ask(running, "/health", Health),
    ask(running, "/api/operator/engine", EngineView),
  ]);
  if (health === undefined) return { state: isAlive(running.pid) ? "silent" : "stopped", url: running.url };
  const { height, readModelBehind } = health;
  const state = stateOf(health, engine);
  return { state, url: running.url, height, behindBlocks: readModelBehind, ...(engine?.engine && engine) };
}

/** The answer to a request of the operator, or undefined where the node gives none of this shape within 5 s. */
export async function ask<T>({ url, token }: RunningFile, path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(url + path, { headers, signal: AbortSignal.timeout(answerMsMax) });
    return schema.safeParse(await answer.json()).data;
  } catch {
    // Refused, cut off, too late, no JSON: whoever asks how a node is hears that it does not say.
    return undefined;
  }
}

function stateOf({ state }: Health, engine: EngineView | undefined): NodeState {
  if (state === "stopped") return "stopped";
  if (state === "read-only" || state === "handed-over") return "readOnly";
  // A node that keeps the ledger alone says that it has no engine; one that says nothing cannot ask its own.
  if (engine === undefined) return "waiting";
  if (engine.engine?.isCatchingUp === true) return "catchingUp";
  return state === "waiting" || engine.engine?.isQuorum === false ? "waiting" : "running";
}
