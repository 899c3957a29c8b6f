interface Words {
  readonly en: string;
  readonly zh: string;
}

/** How the codes that facts use are called. A code that is not here is shown as it is. */
export const factCodeWords: Readonly<Record<string, Words>> = {
  owner: { en: "owner", zh: "法定代表人" },
  shareholder: { en: "shareholder", zh: "股东" },
  executive: { en: "executive", zh: "高管" },
  open: { en: "open", zh: "存续" },
  closed: { en: "closed", zh: "注销" },
  car: { en: "car", zh: "小汽车" },
  van: { en: "van", zh: "面包车" },
  truck: { en: "truck", zh: "货车" },
  motorcycle: { en: "motorcycle", zh: "摩托车" },
  tractor: { en: "tractor", zh: "拖拉机" },
  valid: { en: "valid", zh: "正常" },
  scrapped: { en: "scrapped", zh: "报废" },
  homestead: { en: "house on a homestead", zh: "宅基地住房" },
  commercial: { en: "bought flat", zh: "商品房" },
};

/** How sources are called. */
export const sourceWords = {
  survey: { en: "general survey", zh: "普查" },
  householdRegister: { en: "household register", zh: "公安户籍" },
  socialSecurity: { en: "social security", zh: "人社" },
  medicalInsurance: { en: "medical insurance", zh: "医保" },
  bank: { en: "banks", zh: "银行" },
  tax: { en: "tax office", zh: "税务" },
  agriculture: { en: "agriculture", zh: "农业农村" },
  businessRegister: { en: "business register", zh: "市场监管" },
  credit: { en: "credit records", zh: "征信" },
  vehicles: { en: "vehicle register", zh: "车管所" },
  estate: { en: "estate register", zh: "不动产登记" },
  funeral: { en: "funeral service", zh: "殡葬" },
  payroll: { en: "public payroll", zh: "财政供养" },
  registryElsewhere: { en: "other counties’ registers", zh: "外县建档" },
  spending: { en: "records of spending", zh: "消费" },
  help: { en: "help given", zh: "帮扶记录" },
} as const satisfies Readonly<Record<string, Words>>;
