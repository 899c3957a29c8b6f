import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const script = join(import.meta.dirname, "../../../department/main.ts");

/** A department as a process of its own. */
export class TestDepartmentProcess {
  readonly url: string;
  readonly publicKey: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, { url, publicKey }: { url: string; publicKey: string }) {
    this.#child = child;
    this.url = url;
    this.publicKey = publicKey;
  }

  static async start(options: Readonly<Record<string, string | number>>): Promise<TestDepartmentProcess> {
    const args = Object.entries({ port: 0, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = fork(script, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const [message] = await once(child, "message");
    return new TestDepartmentProcess(child, message as { url: string; publicKey: string });
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, "exit");
    this.#child.disconnect();
    await exited;
  }
}
