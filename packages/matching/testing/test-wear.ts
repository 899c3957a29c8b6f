import type { Random } from "@mingbai/testkit/random";
import type { Person } from "../person.ts";
import { drawPhone } from "./test-family.ts";

/** What differs in any second record beside what was done to it: other spellings of the house, another telephone, gaps. */
export function wearPerson(random: Random, person: Person): Person {
  const { phone, sex, address, ...rest } = person;
  return {
    ...rest,
    ...(sex === undefined || random.chance(1, 20) ? {} : { sex }),
    ...(address === undefined || random.chance(1, 5) ? {} : { address: rewrite(random, address) }),
    ...wearPhone(random, phone),
  };
}

function wearPhone(random: Random, phone: string | undefined): { phone?: string } {
  if (random.chance(3, 10)) return { phone: drawPhone(random) };
  return phone === undefined || random.chance(3, 10) ? {} : { phone };
}

function rewrite(random: Random, address: string): string {
  const [, group = "", house = ""] = /^(\d+)组(\d+)号$/.exec(address) ?? [];
  return random.pick([
    address,
    `第${group}村民小组${house}号`,
    `${"〇一二三四五六七八九"[Number(group)] ?? group}组 ${house} 号`,
    `${house}号`,
  ]);
}
