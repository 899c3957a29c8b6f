import { describe, expect, it } from "vitest";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { defaultPort, readOptions } from "./options.ts";

const usual = {
  port: defaultPort,
  data: ".mingbai/node",
  databaseUrl: undefined,
  demo: true,
  households: demoHouseholds,
  witnesses: [],
  logLevel: "warn",
};

describe("the options of a start", () => {
  it.each<[string, readonly string[], NodeJS.ProcessEnv, object]>([
    ["nothing given", [], {}, {}],
    ["--port", ["--port", "0"], {}, { port: 0 }],
    ["--data", ["--data", "elsewhere"], {}, { data: "elsewhere" }],
    ["--households", ["--households", "0"], {}, { households: 0 }],
    ["--no-demo", ["--no-demo"], {}, { demo: false }],
    ["MINGBAI_LOG", [], { MINGBAI_LOG: "info" }, { logLevel: "info" }],
    [
      "MINGBAI_SMTP",
      [],
      { MINGBAI_SMTP: "smtps://mail.example", MINGBAI_SMTP_FROM: "mingbai@linxi.example" },
      { smtp: { host: "mail.example", port: 465, security: "tls", from: "mingbai@linxi.example" } },
    ],
    ["DATABASE_URL", [], { DATABASE_URL: "postgres://db.example/x" }, { databaseUrl: "postgres://db.example/x" }],
  ])("%s", (_, args, environment, changed) => {
    expect(readOptions(args, environment)).toEqual({ ...usual, ...changed });
  });

  it.each([
    [["--port", "70000"], "--port takes a number"],
    [["--port", "x"], "--port takes a number"],
    [["--households", "20001"], "--households takes a number"],
    [["--prot", "1"], "--prot"],
    [["stray"], "stray"],
  ])("%j is refused, and the reason names it", (args, reason) => {
    expect(() => readOptions(args, {})).toThrow(reason);
  });
});
