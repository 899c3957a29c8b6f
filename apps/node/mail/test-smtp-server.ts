import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail as it came, with the heads that say what it is. */
export interface CameMail {
  readonly to: string;
  readonly messageId: string;
  readonly whole: string;
}

class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number) {
    super("no");
    this.responseCode = responseCode;
  }
}

/** A mail server on this machine that keeps what comes. `answers`: the SMTP status with which an address is refused. */
export async function startSmtpServer(login?: { user: string; password: string }) {
  const mails: CameMail[] = [];
  const answers = new Map<string, number>();
  const start = async (port: number): Promise<SMTPServer> => {
    const server = new SMTPServer({
      disabledCommands: login === undefined ? ["STARTTLS", "AUTH"] : ["STARTTLS"],
      authOptional: login === undefined,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        if (username === login?.user && password === login?.password) done(null, { user: username });
        else done(new Error("no such user"));
      },
      onRcptTo({ address }, _session, done) {
        const code = answers.get(address);
        done(code === undefined ? undefined : new Refusal(code));
      },
      onData(stream, session, done) {
        text(stream).then((whole) => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          mails.push({ to, messageId: /^Message-ID: <(.+)>\r$/im.exec(whole)?.[1] ?? "", whole });
          done();
        }, done);
      },
    });
    await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
    return server;
  };
  let server = await start(0);
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  const { port } = address;
  const stop = () => new Promise<void>((stopped) => server.close(() => stopped()));
  return {
    port,
    mails,
    answers,
    stop,
    async startAgain() {
      server = await start(port);
    },
  };
}
