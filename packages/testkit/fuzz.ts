import { type Random, random } from "./random.ts";

/** No input may take longer than this: a stranger who finds one that does can stop a node with it. */
export const inputMsMax = 1_000;

export interface Fuzzed<Input> {
  readonly seed: number;
  readonly count: number;
  readonly make: (draw: Random) => Input;
  /** Throws where the decoder did what it must not. */
  readonly judge: (input: Input) => void | Promise<void>;
}

/** Hands `count` inputs to a decoder. Throws an Error with seed and number of the first that it fails at, or is slow at. */
export async function fuzz<Input>({ seed, count, make, judge }: Fuzzed<Input>): Promise<void> {
  const draw = random(seed);
  for (let number = 0; number < count; number++) {
    const input = make(draw);
    const startedMs = performance.now();
    const startedCpu = process.cpuUsage();
    try {
      await judge(input);
    } catch (error) {
      throw new Error(`input ${number} of seed ${seed}: ${JSON.stringify(shown(input))}`, { cause: error });
    }
    if (performance.now() - startedMs < inputMsMax) continue;
    // A machine that was busy elsewhere is no fault of the decoder: what counts is the work done here.
    const { user, system } = process.cpuUsage(startedCpu);
    if ((user + system) / 1_000 >= inputMsMax) throw new Error(`input ${number} of seed ${seed} took over a second`);
  }
}

function shown(input: unknown): unknown {
  return input instanceof Uint8Array ? Buffer.from(input).toString("hex") : input;
}

/** One of the examples with a few bytes changed, cut off, put in or doubled; now and then bytes of no kind. */
export function mutateBytes(draw: Random, examples: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (draw.chance(1, 20)) return draw.bytes(draw.below(400));
  let bytes = Uint8Array.from(draw.pick(examples));
  for (let times = draw.below(4); times > 0; times--) {
    const at = draw.below(bytes.length + 1);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const kind = draw.below(8);
    if (kind < 5 && at < bytes.length) bytes[at] = kind < 2 ? draw.pick([0, 1, 0x7f, 0x80, 0xff]) : draw.below(256);
    else if (kind === 5) bytes = Uint8Array.from(before);
    else if (kind === 6) bytes = Uint8Array.from([...before, ...draw.bytes(1 + draw.below(4)), ...after]);
    else bytes = Uint8Array.from([...before, ...bytes.subarray(Math.max(0, at - 8))]);
  }
  return bytes;
}

const characters = [...'\n\r\t\0 "\\{}[]:,+-=/—0159AZaz_.é𠮷', "\ud800", "\n\n", "null", "1e999", "__proto__"];

/** One of the examples with a few characters changed, cut out or put in. */
export function mutateText(draw: Random, examples: readonly string[]): string {
  let text = draw.pick(examples);
  for (let times = draw.below(4); times > 0; times--) {
    const at = draw.below(text.length + 1);
    text = text.slice(0, at) + (draw.chance(2, 3) ? draw.pick(characters) : "") + text.slice(at + draw.below(3));
  }
  return draw.chance(1, 20) ? text.slice(draw.below(text.length + 1)) : text;
}
