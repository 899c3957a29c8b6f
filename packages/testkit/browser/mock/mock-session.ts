import type { SessionView } from "@mingbai/http/session-views";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import { mockSettings } from "./mock-settings.ts";
import type { MockApi } from "./serve-mock.ts";

const hourMs = 3_600_000;

/** An invented person who may be signed in. */
export interface MockPerson {
  readonly name: string;
  readonly organisation: string;
  readonly organisationName: { readonly en: string; readonly zh: string };
  readonly roles: SessionView["roles"];
}

/** A signed command that came, as it would stand on the ledger. */
export interface MockCommand {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a command of the mock does: nothing, or refuse as the ledger would. */
export type MockExecute = (command: MockCommand) => undefined | { code: string; detailEn: string; detailZh: string };

const keyIdOf = (name: string) => accountOf(`key ${name}`);

/** One person signed in with a demo key: session, key and commands, each command told to `execute` and kept. */
export function mockSession(start: MockPerson, execute: MockExecute) {
  const commands: MockCommand[] = [];
  let person = start;
  // Below what the mock ledger has read, so that pages need not wait for an act to be seen.
  let height = 1;
  const view = (): SessionView => ({
    account: accountOf(person.name),
    keyId: keyIdOf(person.name),
    organisation: person.organisation,
    organisationName: person.organisationName,
    roles: person.roles,
    name: person.name,
    csrf: hex("csrf"),
    idleMsMax: hourMs,
    idleEndsMs: mockNowMs + hourMs,
    endsMs: mockNowMs + 12 * hourMs,
    nowMs: mockNowMs,
  });
  const demoPerson = () => ({
    id: "demo",
    name: person.name,
    organisation: person.organisationName,
    roles: person.roles,
    account: accountOf(person.name),
    keyId: keyIdOf(person.name),
    seed: hex(`seed ${person.name}`),
  });
  const settings = mockSettings();
  const api: MockApi = async (call) => {
    const { method, path, body } = call;
    const kept = settings.api(call);
    if (kept !== undefined) return kept;
    if (path === "/api/session/challenge") return { status: 200, body: { challenge: hex("challenge"), expiresMs: 1 } };
    if (path.startsWith("/api/session")) return { status: 200, body: view() };
    if (path === "/api/demo/people") return { status: 200, body: [demoPerson()] };
    const name = /^\/api\/commands\/(.+)$/.exec(path)?.[1];
    if (name === undefined || method !== "POST") return undefined;
    const { body: input } = JSON.parse(body.toString()) as { body: MockCommand["input"] };
    const command = { name, input };
    const refused = execute(command);
    if (refused) return { status: 422, body: { ...refused, status: 422 } };
    commands.push(command);
    height += 1;
    return {
      status: 200,
      body: {
        status: "final",
        id: hex(`command ${commands.length}`),
        height,
        timeMs: mockNowMs,
        logIndex: height * 7,
        units: 1,
        refusedLines: [],
      },
    };
  };
  return {
    api,
    commands,
    settings,
    reader: () => ({ account: accountOf(person.name), organisation: person.organisation, roles: person.roles }),
    become(next: MockPerson) {
      person = next;
    },
    get keyId() {
      return keyIdOf(person.name);
    },
    answers: {
      "ledger.chain": () => ({
        chain: hex("chain"),
        name: "linxi.example/ledger",
        demo: true,
        reconstruction: false,
        currency: { code: "CNY", decimals: 2 },
        height,
        timeMs: Date.now(),
      }),
      "workflow.noticeCount": () => ({ count: 0, from: "0", newest: null, readAt: { height, timeMs: mockNowMs } }),
      "ledger.key": () => ({
        account: accountOf(person.name),
        scheme: 1,
        inForce: true,
        nextSequence: commands.length,
      }),
    },
  };
}
