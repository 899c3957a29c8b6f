import { type ChildProcess, execFile, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { KeptProcess } from "../processes/kept-process.ts";
import { getCometBinary } from "./comet-binary.ts";
import { openCometLog } from "./comet-log.ts";
import type { CometPlace } from "./comet-place.ts";
import { type CometStatus, readCometStatus } from "./comet-status.ts";

const backOffMs = { min: 250, max: 10_000 };
/** Alive for so long, it works: its next death is the first in a row. */
const worksMs = 30_000;
/**
 * After it consensus stands still, and the process may stay: it ends when its application does, but not of other
 * causes.
 */
const failureText = "CONSENSUS FAILURE";
const endMsMax = 10_000;
/** The kernel asks CometBFT to end when the thread that started it ends. */
const withParent = ["setpriv", "--pdeathsig", "TERM"];

/** A CometBFT that is kept running. */
export interface Comet {
  /** Of the process now; undefined between two lives. */
  readonly pid: number | undefined;
  /** Where its RPC answers while it runs. */
  readonly rpcSocket: string;
  /** How often it was started. */
  readonly starts: number;
  /** Rejects where it is down or not yet there. */
  status(): Promise<CometStatus>;
  /** Ends it, so that it is started again. */
  restart(): void;
  /** Ends it; what has not ended 20 s later is killed. */
  stop(): Promise<void>;
}

export interface CometOptions {
  /** Written by `writeCometHome`; the application is served at its `abciSocket` already. */
  readonly place: CometPlace;
  /** Looked for where it is not given. */
  readonly binary?: string;
  /** How many processors it may use at once; all where it is not given. */
  readonly processors?: number | undefined;
  /** Each end of the process, asked for or not. */
  readonly onExit?: (end: { readonly code: number | null; readonly signal: NodeJS.Signals | null }) => void;
}

/**
 * Starts CometBFT and keeps it running. It is started again however it ended, as it ends with code 0 after CONSENSUS
 * FAILURE too. It dies with this process: by the kernel where `setpriv` is, and by itself once the socket of its
 * application breaks. Call it from the thread that lives longest. Its lines go to comet.log in its home. Throws
 * CometMissing.
 */
export async function startComet({ place, binary, processors, onExit }: CometOptions): Promise<Comet> {
  const program = binary ?? (await getCometBinary());
  const prefix = (await canFollowParent()) ? withParent : [];
  const [command = "", ...args] = [...prefix, program, "start", "--home", place.home];
  const log = openCometLog(join(place.home, "comet.log"));
  let starts = 0;
  const start = () => {
    starts++;
    const child = startOne({ command, args, place, processors, log });
    const settled = setTimeout(() => kept.works(), worksMs);
    child.once("error", () => clearTimeout(settled));
    child.once("exit", (code, signal) => {
      clearTimeout(settled);
      log(`CometBFT ended, code ${code}, signal ${signal}`);
      onExit?.({ code, signal });
    });
    return child;
  };
  const kept: KeptProcess = new KeptProcess({ start, end: (child) => void child.kill("SIGTERM"), backOffMs });
  return {
    get pid() {
      return isAlive(kept.child) ? kept.child.pid : undefined;
    },
    rpcSocket: place.rpcSocket,
    get starts() {
      return starts;
    },
    status: () => readCometStatus(place.rpcSocket),
    restart() {
      if (isAlive(kept.child)) end(kept.child);
    },
    stop: () => kept.stop(),
  };
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function startOne({
  command,
  args,
  place,
  processors,
  log,
}: {
  readonly command: string;
  readonly args: readonly string[];
  readonly place: CometPlace;
  readonly processors: number | undefined;
  readonly log: (line: string) => void;
}): ChildProcess {
  // A killed one leaves its socket, on which the next could not listen.
  rmSync(place.rpcSocket, { force: true });
  const child = spawn(command, args, {
    cwd: place.socketFolder,
    // What the operator sets goes first.
    env: { ...(processors && { GOMAXPROCS: String(processors) }), ...ownEnvironment() },
    stdio: ["ignore", "pipe", "pipe"],
    // Its own group: Ctrl-C reaches the node, which stops CometBFT in its turn.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      log(line);
      if (line.includes(failureText)) end(child);
    });
  }
  return child;
}

/** Variables that begin so would change settings behind the back of config.toml. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CMT|TMHOME$)/.test(name)));
}

function end(child: ChildProcess): void {
  child.kill("SIGTERM");
  const lastResort = setTimeout(() => child.kill("SIGKILL"), endMsMax);
  child.once("exit", () => clearTimeout(lastResort));
}

async function canFollowParent(): Promise<boolean> {
  try {
    const [command = "", ...args] = [...withParent, "true"];
    await promisify(execFile)(command, args);
    return true;
  } catch {
    // No such program, as on macOS: what is left is that CometBFT ends when the socket of its application breaks.
    return false;
  }
}
