import { type Township, townships } from "./townships.ts";
import { type VillageName, villageNames } from "./village-names.ts";

export interface Village {
  readonly township: Township;
  /** Area on the ledger. */
  readonly area: string;
  readonly zh: string;
  readonly en: string;
  /** 12 digits, the township's first. */
  readonly code: string;
  /** What begins the numbers of its households; no other village has it. */
  readonly initials: string;
  readonly teams: number;
  /** Its households stand together: how many come before them, and how many there are. */
  readonly first: number;
  readonly count: number;
}

/** 20,000 households live in 300 villages; a larger county has larger villages. */
const householdsAVillage = 67;
const villagesMax = 300;
const householdsATeam = 22;
const teamsMax = 12;

/** The villages of a county of so many households: of different sizes, spread over all townships. */
export function listVillages(households: number): Village[] {
  const wanted = Math.min(villagesMax, Math.max(townships.length, Math.ceil(households / householdsAVillage)));
  const each = Math.ceil(wanted / townships.length);
  const names = villageNames(
    townships.map(({ area }) => area),
    each,
  );
  const initials = new Set<string>();
  const sizes = townships.flatMap((_, at) => Array.from({ length: each }, (_one, place) => sizeOf(at, place)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  return townships.flatMap((township, at) =>
    (names[at] ?? []).map((name, place): Village => {
      const first = Math.floor((before * households) / whole);
      before += sizes[at * each + place] ?? 0;
      const count = Math.floor((before * households) / whole) - first;
      return {
        township,
        area: `${township.area}-${name.area}`,
        zh: name.zh,
        en: name.en,
        code: `${township.code}${String(201 + place)}`,
        initials: freeInitials(name, township, initials),
        teams: Math.min(teamsMax, Math.max(1, Math.round(count / householdsATeam))),
        first,
        count,
      };
    }),
  );
}

/** Between 10 and 20 parts, so that no two neighbours are alike. */
function sizeOf(township: number, place: number): number {
  return 10 + ((township * 7 + place * 5) % 11);
}

/** A village's own initials; where another has them, with the township's before them or a number behind. */
function freeInitials({ initials }: VillageName, township: Township, taken: Set<string>): string {
  const long = `${township.area.charAt(0).toUpperCase()}${initials}`;
  const tries = [initials, long, ...Array.from({ length: 9 }, (_, at) => `${long}${at + 2}`)];
  const free = tries.find((text) => !taken.has(text));
  if (free === undefined) throw new Error(`no initials are left for a village of ${township.zh}`);
  taken.add(free);
  return free;
}
