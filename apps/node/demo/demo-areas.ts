const street = { level: "street", parent: "lanwan" } as const;
const village = { level: "village", parent: "qingshi" } as const;

/** An invented district; real ones have codes of GB/T 2260, which these are not. */
export const demoAreas = [
  { area: "lanwan", level: "district", name: { en: "Lanwan District", zh: "澜湾区" } },
  { area: "qingshi", name: { en: "Qingshi Street", zh: "青石街道" }, ...street },
  { area: "wutong", name: { en: "Wutong Street", zh: "梧桐街道" }, ...street },
  { area: "qingshi-dongxi", name: { en: "Dongxi Community", zh: "东溪社区" }, ...village },
  { area: "qingshi-liuwan", name: { en: "Liuwan Village", zh: "柳湾村" }, ...village },
] as const;

/** Household files of the whole demo; in how many villages the county lies follows from it. */
export const demoHouseholds = 20_000;
