import type { DemoCast, DemoPerson } from "../demo-cast.ts";

/** A level of government in the demo of a city and its counties. Nobody here is real. */
export interface Level {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly cast: DemoCast;
}

/** Who acts at each level: the parts of a name's identity, with what they may do. */
const posts = [
  ["admin", "finance", ["administrator"]],
  ["finance", "finance", ["financeSupervisor", "approver"]],
  ["approver", "finance", ["financeSupervisor", "approver"]],
  ["manager", "finance", ["projectManager"]],
  ["audit-admin", "audit", ["administrator"]],
  ["regulator", "audit", ["regulator"]],
  ["bank", "bank", ["escrowBank"]],
  ["resident-0", "residents", ["individual"]],
  ["resident-1", "residents", ["individual"]],
  ["resident-2", "residents", ["individual"]],
] as const satisfies readonly (readonly [string, string, DemoPerson["roles"]])[];
export type Post = (typeof posts)[number][0];

/** The operator whose one key all levels know: it carries proofs, and states totals. */
export const relayId = "levels-relay";

const bureaus = [
  { part: "finance", en: "Finance Bureau", zh: "财政局" },
  { part: "audit", en: "Audit Office", zh: "审计局" },
  { part: "bank", en: "Commercial Bank", zh: "商业银行" },
  { part: "residents", en: "residents", zh: "居民" },
] as const;

/** The city, and the counties below it. */
export const [city, ...counties] = [
  level("yunxiu", { en: "Yunxiu City", zh: "云岫市" }, [
    ...["顾问渠", "林予衡", "赵观澜", "沈知微", "江疏影"],
    ...["裴守正", "云岫市商业银行", "宋听泉", "何小满", "冯晚照"],
  ]),
  level("bailu", { en: "Bailu County", zh: "白鹭县" }, [
    ...["叶清和", "孟怀瑾", "许南乔", "罗青山", "杜若水"],
    ...["石秉文", "白鹭县商业银行", "祝大年", "方桂香", "柳春生"],
  ]),
  level("zhenxi", { en: "Zhenxi County", zh: "枕溪县" }, [
    ...["程望舒", "陆时雨", "钟有道", "范临川", "卫如松"],
    ...["严明德", "枕溪县商业银行", "尹福来", "秦素珍", "高远航"],
  ]),
] as const satisfies readonly Level[];

/** The identity of who holds a post at a level. */
export function holderOf({ id }: Level, post: Post): string {
  return `${id}-${post}`;
}

function level(id: string, name: Level["name"], people: readonly string[]): Level {
  const organisations = bureaus.map(({ part, en, zh }) => ({
    id: `${id}-${part}`,
    name: { en: `${name.en} ${en}`, zh: `${name.zh}${zh}` },
  }));
  const cast: DemoCast = {
    ledger: `${name.zh}公共资金账本（演示）`,
    organisations,
    people: [
      ...posts.map(([post, part, roles], index) => ({
        id: `${id}-${post}`,
        name: people[index] ?? "",
        organisation: `${id}-${part}`,
        roles,
      })),
      { id: relayId, name: "周行远", organisation: `${id}-finance`, roles: ["nodeOperator"] },
    ],
    members: [`${id}-finance`, `${id}-audit`],
    keeper: `${id}-finance`,
  };
  return { id, name, cast };
}
