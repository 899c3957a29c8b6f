import { type ChildProcess, fork } from "node:child_process";
import { closeSync } from "node:fs";
import { disconnect, KeptProcess } from "@mingbai/sequencer/processes/kept-process";
import { lastWord, openLog } from "./process-log.ts";

const backOffMs = { min: 500, max: 30_000 };
/** What one organisation's process must not share with another's. */
const notInherited = ["DATABASE_URL", "MINGBAI_PASSPHRASE", "MINGBAI_PASSPHRASE_FILE"];

export interface SupervisedParts<Message> {
  readonly script: string;
  readonly args: readonly string[];
  /** The file that it writes its lines to. */
  readonly log: string;
  /** Nothing else runs beside it: what this process's own environment says of a database and a passphrase is meant for it. */
  readonly isAlone?: boolean | undefined;
  /** What it has beside this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Hears what it tells this process. */
  readonly hear: (message: Message) => void;
}

/**
 * Keeps a program running as a process of its own with a log of its own: it is started again however it ends, later and
 * later while it does nothing. It ends with this process, however that happens.
 */
export class SupervisedProcess<Message> {
  readonly #parts: SupervisedParts<Message>;
  readonly #kept: KeptProcess;
  #reason: string | undefined;

  constructor(parts: SupervisedParts<Message>) {
    this.#parts = parts;
    this.#kept = new KeptProcess({ start: () => this.#start(), end: disconnect, backOffMs });
  }

  /** The process now; another one after each death. */
  get pid(): number | undefined {
    return this.#kept.child.pid;
  }

  /** How it ended by itself, with its last word where it had one; undefined while it runs. */
  get ended(): { readonly reason?: string } | undefined {
    const { exitCode, signalCode } = this.#kept.child;
    if (exitCode === null && signalCode === null) return undefined;
    return this.#reason === undefined ? {} : { reason: this.#reason };
  }

  /** It does its work: the next death is the first in a row. */
  works(): void {
    this.#kept.works();
  }

  /** Asks it to finish, and resolves when it has ended. */
  stop(): Promise<void> {
    return this.#kept.stop();
  }

  #start(): ChildProcess {
    const { script, args, log: path, isAlone = false, environment, hear } = this.#parts;
    const { file: log, fromByte } = openLog(path);
    const inherited = Object.entries(process.env).filter(([name]) => isAlone || !notInherited.includes(name));
    const child = fork(script, args, {
      stdio: ["ignore", log, log, "ipc"],
      // Its own group: Ctrl-C reaches the supervisor, which stops all in its turn.
      detached: process.platform !== "win32",
      env: { ...Object.fromEntries(inherited), ...environment },
    });
    closeSync(log);
    child.on("message", (message: Message) => hear(message));
    child.once("exit", () => {
      this.#reason = lastWord(path, fromByte);
    });
    return child;
  }
}
