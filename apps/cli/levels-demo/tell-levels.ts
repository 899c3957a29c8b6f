import { city, counties, type Level } from "@mingbai/app-node/demo/levels/level-casts";
import { pause } from "../supervised/keep-running.ts";
import { inLanguage } from "../words.ts";
import type { Await } from "./await.ts";
import { LevelDesks } from "./level-desks.ts";
import { payResidents } from "./pay-residents.ts";
import { sendMoney } from "./send-money.ts";
import { stateTotals } from "./state-totals.ts";
import { tieLedgers } from "./tie-ledgers.ts";

/** Between two looks at whether what was waited for has come, and between two tries. */
const pollMs = 500;
const yuan = 100;
/** What goes down to each county and what comes back, in minor units. */
const courses = [
  { down: 1_200_000 * yuan, back: 200_000 * yuan },
  { down: 800_000 * yuan, back: 50_000 * yuan },
] as const;

/**
 * Has the people of the levels do what the demo shows: each county and the city take each other on, the city sends money down, the
 * counties pay residents and give some back, and say what they have. Each step looks first whether it was done, so that a tale that
 * was broken off goes on. Resolves when all is told, or when it is told to stop. `urls`: where each level's node answers.
 */
export async function tellLevels(parts: {
  urls: ReadonlyMap<Level, string>;
  say: (line: string) => void;
  signal: AbortSignal;
}): Promise<void> {
  const { urls, say, signal } = parts;
  const said = new Set<string>();
  const sayOnce = (line: string): void => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
  const waitFor: Await = async (isDone) => {
    while (!(await isDone())) {
      await pause(pollMs, signal);
      signal.throwIfAborted();
    }
  };
  while (!signal.aborted) {
    try {
      await tell(urls, { waitFor, say: sayOnce });
      return say(toldWords(urls));
    } catch (error) {
      // A node starts, or is started again: it is tried until all answer.
      const isGone = signal.aborted || error instanceof TypeError;
      if (!isGone) sayOnce(`  ${error instanceof Error ? error.message : String(error)}`);
      await pause(pollMs, signal);
    }
  }
}

async function tell(
  urls: ReadonlyMap<Level, string>,
  { waitFor, say }: { waitFor: Await; say: (line: string) => void },
): Promise<void> {
  const upper = new LevelDesks(city, urls.get(city) ?? "");
  const pairs = counties.map((level, at) => ({
    lower: new LevelDesks(level, urls.get(level) ?? ""),
    course: courses[at] ?? courses[0],
  }));
  for (const { lower, course } of pairs) {
    const { en, zh } = lower.level.name;
    say(inLanguage({ en: `${en}: a tie to the city, by vote of both`, zh: `${zh}：与市级账本建立联系，双方成员表决` }));
    await tieLedgers(upper, lower);
    say(inLanguage({ en: `${en}: money from the city`, zh: `${zh}：市里拨款` }));
    await sendMoney({ from: upper, to: lower, amount: course.down, waitFor });
    say(inLanguage({ en: `${en}: residents are paid`, zh: `${zh}：发放到户` }));
    await payResidents(lower, waitFor);
    say(inLanguage({ en: `${en}: some goes back to the city`, zh: `${zh}：结余退回市里` }));
    await sendMoney({ from: lower, to: upper, amount: course.back, waitFor });
    say(inLanguage({ en: `${en}: totals for the city`, zh: `${zh}：向市里报送汇总` }));
    await stateTotals({ upper, lower, waitFor });
  }
}

/** Where to look. Each ledger here is one organisation's, and called no more than that. */
function toldWords(urls: ReadonlyMap<Level, string>): string {
  const places = [...urls].map(
    ([{ name }, url]) =>
      `  ${inLanguage(name)}  ${url}/levels  ${inLanguage({ en: "operator-trusted", zh: "只凭运营方信用" })}`,
  );
  const stop = inLanguage({
    en: "Ctrl-C stops all; the next start goes on from here.",
    zh: "按 Ctrl-C 全部停止，下次启动从这里继续。",
  });
  return ["", ...places, `  ${stop}`, ""].join("\n");
}
