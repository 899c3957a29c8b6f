import { hash } from "node:crypto";
import { findBase64 } from "@mingbai/codec/base64";
import { commitmentOfBytes, fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { fileSaltHeader } from "@mingbai/http/contents-views";
import type { SessionView } from "@mingbai/http/session-views";
import { findSubjectParts } from "@mingbai/http/subject-parts-views";
import { transactionId } from "@mingbai/ledger/transaction/header";
import { foldPart } from "@mingbai/registry/content/file/fold-part";
import { SubjectPart } from "@mingbai/registry/content/file/part";
import { emptyFile } from "@mingbai/registry/content/file/subject-file";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { RecordChanges, registryCommands } from "@mingbai/registry/schema";
import { mockExplorer } from "@mingbai/testkit/browser/mock/mock-explorer";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { freezeSets } from "../src/outbox/freeze-acts.ts";
import { area, fileOf, lineOf, type TestHousehold, testNowMs, village, worker } from "./test-files.ts";

const hourMs = 3_600_000;
const seed = "5e".repeat(32);

/** A command that came and stands on the test's ledger. */
export interface TestAct {
  readonly id: string;
  readonly command: string;
  readonly input: unknown;
}

export type TestAnswer = { readonly status: number; readonly body: unknown } | "cut";
type Problem = { readonly code: string; readonly detailEn: string; readonly detailZh: string };

/**
 * What a node and its ledger do with household files, scripted in memory: parts are kept by commitment, commands are executed
 * once by their identity, and files are folded by the domain's own function. `refuse` makes the ledger refuse; `cut` takes the
 * answer to a call away after what it asked for was done.
 */
export class TestLedger {
  readonly households: TestHousehold[];
  readonly acts: TestAct[] = [];
  /** Every path that was called, in order. */
  readonly calls: string[] = [];
  readonly parts = new Map<string, SubjectPart>();
  readonly files = new Map<string, Buffer>();
  /** Forms that members have voted, the newest first. */
  forms: readonly FormDefinition[] = [];
  isSignedIn = true;
  /** No signal: whatever is asked, no answer comes. */
  isAway = false;
  refuse: (command: string) => Problem | undefined = () => undefined;
  cut: (path: string) => boolean = () => false;
  readonly #explorer = mockExplorer(mockLedger({ count: 1 }));
  #height = 10;

  constructor(households: TestHousehold[]) {
    this.households = households;
  }

  async answer(call: {
    method: string;
    path: string;
    params: Record<string, string>;
    headers: Record<string, unknown>;
    body: Buffer;
  }): Promise<TestAnswer> {
    this.calls.push(call.path);
    const answer = await this.#answer(call);
    return this.cut(call.path) ? "cut" : answer;
  }

  async #answer({
    method,
    path,
    params,
    headers,
    body,
  }: Parameters<TestLedger["answer"]>[0]): Promise<{ status: number; body: unknown }> {
    const query = /^\/api\/queries\/(.+)$/.exec(path)?.[1];
    if (query !== undefined) return this.#query(query, params);
    const command = /^\/api\/commands\/(.+)$/.exec(path)?.[1];
    if (command !== undefined) return this.#command(command, body);
    switch (path) {
      case "/api/demo/people":
        return ok([this.#person()]);
      case "/api/session/challenge":
        return ok({ challenge: "c0".repeat(32), expiresMs: Date.now() + hourMs });
      case "/api/session":
        if (method === "GET" && !this.isSignedIn) return problem(401, "SESSION_NONE");
        this.isSignedIn = method !== "DELETE";
        return ok(this.#session());
      case "/api/subjects/parts":
        return ok({ commitments: this.#keepParts(body) });
      case "/api/files":
        return ok(this.#keepFile(String(headers[fileSaltHeader]), body));
      default:
        return problem(404, "NOT_FOUND");
    }
  }

  #query(name: string, params: Record<string, string>): { status: number; body: unknown } {
    const readAt = { height: this.#height, timeMs: testNowMs };
    switch (name) {
      case "ledger.chain":
        return ok({
          chain: "c4".repeat(32),
          name: "linxi.example/ledger",
          demo: true,
          reconstruction: false,
          currency: { code: "CNY", decimals: 2 },
          height: this.#height,
          timeMs: Date.now(),
        });
      case "ledger.key":
        return ok({ account: worker.account, scheme: 1, inForce: true, nextSequence: this.acts.length });
      case "explorer.status":
        return ok({ ...this.#explorer.status(), readModel: { ...readAt, behindBlocks: 0 } });
      case "explorer.readTo":
        return ok(readAt);
      case "registry.households": {
        const rows = this.households.map(lineOf);
        return ok({ rows, next: null, households: rows.length, people: rows.length * 2, readAt });
      }
      case "registry.forms": {
        const first = { version: 1, sinceMs: null, transaction: null };
        const voted = this.forms.map(({ version }) => ({ version, sinceMs: 1, transaction: "ab".repeat(32) }));
        return ok({ rows: [...voted, first], readAt });
      }
      case "registry.form":
        return ok({ form: this.forms.find(({ version }) => String(version) === params.version), readAt });
      case "registry.places": {
        const counts = { households: this.households.length, people: 4, monitored: 1, open: 0 };
        return ok({ rows: [{ area, parent: null, division: village, ...counts }], readAt });
      }
      case "registry.household": {
        const found = this.households.find(({ household }) => household === params.household);
        return found === undefined ? problem(404, "HOUSEHOLD_UNKNOWN") : ok(fileOf(found, readAt));
      }
      default:
        return problem(404, "UNKNOWN_QUERY");
    }
  }

  #command(command: string, body: Buffer): { status: number; body: unknown } {
    const { header, body: input } = JSON.parse(body.toString()) as { header: string; body: unknown };
    const id = toHex(transactionId(findBase64(header) ?? new Uint8Array()));
    const refused = this.refuse(command);
    if (refused !== undefined) return { status: 403, body: { ...refused, status: 403, values: { height: 1 } } };
    if (!this.acts.some((act) => act.id === id)) {
      this.execute({ id, command, input }, worker);
      this.#height += 1;
    }
    const answer = { status: "final", id, height: this.#height, timeMs: Date.now(), logIndex: this.#height };
    return ok({ ...answer, units: 1, refusedLines: [] });
  }

  /** Puts a command on the ledger as somebody's. */
  execute(act: TestAct, by: { account: string; name: string }): void {
    const schema = registryCommands[act.command.replace("registry.", "") as keyof typeof registryCommands];
    const input = schema.parse(act.input);
    this.acts.push(act);
    if (act.command !== "registry.recordChanges") return;
    for (const { subject, base, content } of RecordChanges.parse(input).changes)
      this.#fold({ subject, base, content }, by);
  }

  /** Somebody who had seen the first version of a subject's file says something of it. */
  saysOf(subject: string, sets: SubjectPart["sets"], by: { account: string; name: string }): void {
    const circumstances = { form: 1, device: "other", madeMs: 1, newSalt: () => new Uint8Array(32) };
    const { part, content } = freezeSets(subject, { reason: "visit", sets }, circumstances);
    this.parts.set(content, SubjectPart.parse(JSON.parse(part.text)));
    const input = { changes: [{ subject, base: 1, content }] };
    this.execute({ id: content, command: "registry.recordChanges", input }, by);
  }

  #fold(
    { subject, base, content }: { subject: string; base: number; content: string },
    by: { account: string; name: string },
  ): void {
    const one = this.households.find(({ household, people }) => household === subject || people.includes(subject));
    const part = this.parts.get(content);
    if (one === undefined || part === undefined) throw new Error(`nothing is kept of ${subject}`);
    const file = one.files.get(subject) ?? emptyFile;
    const version = file.version + 1;
    one.files.set(subject, foldPart(file, { version, base, part }));
    one.writers.set(`${subject}/${version}`, { account: by.account, name: by.name, timeMs: Date.now() });
  }

  #keepParts(body: Uint8Array): string[] {
    return (findSubjectParts(body) ?? []).map(({ salt, bytes }) => {
      const commitment = toHex(commitmentOfBytes({ salt, bytes }));
      this.parts.set(commitment, SubjectPart.parse(JSON.parse(new TextDecoder().decode(bytes))));
      return commitment;
    });
  }

  #keepFile(salt: string, body: Buffer) {
    const file = toHex(fileIdOf({ salt: fromHex(salt), digest: Buffer.from(hash("sha256", body), "hex") }));
    this.files.set(file, body);
    const digestOfCiphertext = "d1".repeat(32);
    return { file, digestOfCiphertext, bytes: body.length, type: "image/jpeg", name: "p.jpg", untrusted: false };
  }

  #person() {
    const { account, keyId, name } = worker;
    return {
      id: "grid-1",
      name,
      organisation: { en: "Fengxi Town", zh: "枫溪镇" },
      roles: ["gridWorker"],
      account,
      keyId,
      seed,
    };
  }

  #session(): SessionView {
    const { account, keyId, name } = worker;
    const nowMs = Date.now();
    return {
      account,
      keyId,
      name,
      organisation: "fengxi-town",
      organisationName: { en: "Fengxi Town", zh: "枫溪镇" },
      roles: ["gridWorker"],
      csrf: "cf".repeat(32),
      idleMsMax: hourMs,
      idleEndsMs: nowMs + hourMs,
      endsMs: nowMs + hourMs,
      nowMs,
    };
  }
}

const ok = (body: unknown) => ({ status: 200, body });
const problem = (status: number, code: string) => ({
  status,
  body: { status, code, detailEn: `The test says ${code}.`, detailZh: "测试不答应" },
});
