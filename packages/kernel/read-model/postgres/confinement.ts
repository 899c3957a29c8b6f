import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * How a program is started so that it is not root, which PostgreSQL refuses to be, and does not outlive us.
 * `wrap` puts what is needed before the program. With `stopsByPipe` it stops when its standard input ends.
 */
export type Confinement = { name: string; stopsByPipe: boolean; wrap: (command: readonly string[]) => string[] };

const nobodyId = 65_534;

/** As root: a user namespace in which our files belong to `nobody`. It changes no owner, and sees into `/root`. */
const asMappedUser = ["unshare", "--user", `--map-user=${nobodyId}`, `--map-group=${nobodyId}`];

/** The kernel sends SIGINT, PostgreSQL's fast shutdown, when the thread that started the program ends. */
const withParent = ["setpriv", "--pdeathsig", "INT"];

/** For systems without `setpriv`: a shell that waits for the end of a pipe from us and then asks for the shutdown. */
const watchdog = '"$@" </dev/null & child=$!; exec 3<&0; { cat <&3 >/dev/null; kill -INT $child; } & wait $child';

/** Chooses the way that works on this machine, by trying. Throws as root where there is none. */
export async function chooseConfinement(): Promise<Confinement> {
  const isRoot = process.getuid?.() === 0;
  const canFollowParent = await works([...withParent, "true"]);
  if (isRoot && !(await works([...asMappedUser, "true"]))) {
    throw new Error(
      "PostgreSQL does not run as root, and this system allows no user namespaces: run as an ordinary user, or set DATABASE_URL",
    );
  }
  const prefix = isRoot ? asMappedUser : [];
  if (canFollowParent) {
    const wrap = (command: readonly string[]) => [...prefix, ...withParent, ...command];
    return { name: isRoot ? "user namespace" : "parent death signal", stopsByPipe: false, wrap };
  }
  return { ...watchdogConfinement, wrap: (command) => watchdogConfinement.wrap([...prefix, ...command]) };
}

/** The way for systems that know no parent death signal. Windows has no shell; there, only a clean stop stops. */
export const watchdogConfinement: Confinement = {
  name: "watchdog",
  stopsByPipe: process.platform !== "win32",
  wrap: (command) => (process.platform === "win32" ? [...command] : ["sh", "-c", watchdog, "postgres", ...command]),
};

async function works([command = "", ...args]: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args);
    return true;
  } catch {
    // Whatever the reason (no such program, not permitted), this way is closed and the next one is tried.
    return false;
  }
}
