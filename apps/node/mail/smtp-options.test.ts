import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSmtp } from "./smtp-options.ts";

let root = "";
let file = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-smtp-"));
  file = join(root, "password");
  await writeFile(file, "secret word\nmore\n");
});
afterAll(() => rm(root, { recursive: true }));
const from = "mingbai@linxi.example";

describe("the options of sending mail", () => {
  it("are none where no server is named", () => {
    expect(readSmtp({})).toBeUndefined();
    expect(readSmtp({ MINGBAI_SMTP: "" })).toBeUndefined();
  });

  it.each([
    ["smtps://mail.example", { host: "mail.example", port: 465, security: "tls" }],
    ["smtp://mail.example:587", { host: "mail.example", port: 587, security: "starttls" }],
    ["smtp://127.0.0.1:1025", { host: "127.0.0.1", port: 1025, security: "plain" }],
  ])("of %s", (address, wanted) => {
    expect(readSmtp({ MINGBAI_SMTP: address, MINGBAI_SMTP_FROM: from })).toEqual({ ...wanted, from });
  });

  it("take the password from the first line of a file", () => {
    const environment = {
      MINGBAI_SMTP: "smtps://node%40linxi@mail.example",
      MINGBAI_SMTP_FROM: from,
      MINGBAI_SMTP_PASSWORD_FILE: file,
    };
    expect(readSmtp(environment)?.login).toEqual({ user: "node@linxi", password: "secret word" });
  });

  it.each([
    ["another protocol", { MINGBAI_SMTP: "https://mail.example", MINGBAI_SMTP_FROM: from }, /smtps:/],
    [
      "a password in the address",
      { MINGBAI_SMTP: "smtps://a:hidden@mail.example", MINGBAI_SMTP_FROM: from },
      /in a file/,
    ],
    ["no sender", { MINGBAI_SMTP: "smtps://mail.example" }, /MINGBAI_SMTP_FROM/],
    [
      "a sender with a line of its own",
      { MINGBAI_SMTP: "smtps://a.example", MINGBAI_SMTP_FROM: "a@b.example\r\nBcc: c@d.example" },
      /FROM/,
    ],
    ["a user without a password", { MINGBAI_SMTP: "smtps://a@mail.example", MINGBAI_SMTP_FROM: from }, /go together/],
  ])("refuse %s, and never repeat a password", (_, environment, why) => {
    expect(() => readSmtp(environment)).toThrow(why);
    expect(() => readSmtp(environment)).not.toThrow(/hidden/);
  });
});
