import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { KeyFileError } from "./key-file-error.ts";
import { readPrivateFile } from "./read-private-file.ts";

export const passphraseFileVariable = "MINGBAI_PASSPHRASE_FILE";
export const passphraseVariable = "MINGBAI_PASSPHRASE";
export const passphraseCharactersMax = 1_024;

/** Where a passphrase may come from; each default is this process's own. */
export interface PassphraseSources {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly input?: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly output?: NodeJS.WritableStream;
}

/**
 * The passphrase, from the first of: the file named by MINGBAI_PASSPHRASE_FILE (mode 0600, one line),
 * MINGBAI_PASSPHRASE, a prompt on the terminal that shows nothing of what is typed. Throws KeyFileError
 * PASSPHRASE_MISSING where there is none and no terminal, or the prompt was left; PASSPHRASE_UNUSABLE where it is
 * empty, has several lines or over 1,024 characters; and what `readPrivateFile` throws.
 */
export async function readPassphrase(question: string, sources: PassphraseSources = {}): Promise<string> {
  const { environment = process.env, input = process.stdin, output = process.stderr } = sources;
  const file = environment[passphraseFileVariable];
  if (file !== undefined) return checked((await readPrivateFile(file)).replace(/\r?\n$/, ""), passphraseFileVariable);
  const given = environment[passphraseVariable];
  if (given !== undefined) return checked(given, passphraseVariable);
  if (input.isTTY === true) return checked(await ask({ question, input, output }), "the prompt");
  const message = `a passphrase is needed and there is no terminal to ask on: set ${passphraseFileVariable} or ${passphraseVariable}`;
  throw new KeyFileError("PASSPHRASE_MISSING", message);
}

function checked(passphrase: string, source: string): string {
  const isUsable = passphrase.length > 0 && passphrase.length <= passphraseCharactersMax && !/[\r\n]/.test(passphrase);
  if (isUsable) return passphrase;
  const message = `the passphrase from ${source} must be one line of 1 to ${passphraseCharactersMax} characters`;
  throw new KeyFileError("PASSPHRASE_UNUSABLE", message);
}

/** Reads a line in raw mode; the terminal's echo goes nowhere. */
function ask({
  question,
  input,
  output,
}: {
  question: string;
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: nowhere, terminal: true });
  output.write(question);
  return new Promise((resolve, reject) => {
    let answer: string | undefined;
    terminal.once("line", (line) => {
      answer = line;
      terminal.close();
    });
    // Ctrl-C and the end of the input close without a line.
    terminal.once("SIGINT", () => terminal.close());
    terminal.once("close", () => {
      output.write("\n");
      if (answer === undefined) reject(new KeyFileError("PASSPHRASE_MISSING", "no passphrase was given"));
      else resolve(answer);
    });
  });
}
