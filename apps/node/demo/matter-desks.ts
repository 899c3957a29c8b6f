/** One way in which money is applied for in the demo: who acts at which point, and what it is called. */
export interface MatterDesk {
  readonly applicant: string;
  /** Who confirms that the money came. */
  readonly receiver: string;
  readonly payee: string;
  readonly to: string;
  readonly reviewer: string;
  readonly payer: string;
  readonly fund: number;
  /** The office's account that pays. */
  readonly office: string;
  /** Another organisation that may be asked, and who answers there. */
  readonly adviser?: { readonly organisation: string; readonly manager: string };
  /** Minor units. */
  readonly amounts: { readonly least: number; readonly steps: number; readonly step: number };
  readonly titles: readonly string[];
  readonly purpose: string;
}

const department: MatterDesk = {
  applicant: "civil-manager",
  receiver: "civil-finance",
  payee: "civil-office",
  to: "district-finance",
  reviewer: "district-manager",
  payer: "finance",
  fund: 4,
  office: "district-office",
  amounts: { least: 800_000, steps: 20, step: 60_000 },
  titles: ["助学金发放经费", "寄宿生补助增拨", "助学政策入户宣传"],
  purpose: "按学期在册人数测算，用于发放和核对，结余退回。",
};

const street: MatterDesk = {
  applicant: "street-manager",
  receiver: "street-finance",
  payee: "street-office",
  to: "civil-affairs",
  reviewer: "civil-manager",
  payer: "civil-finance",
  fund: 2,
  office: "civil-office",
  amounts: { least: 6_000_000, steps: 10, step: 200_000 },
  titles: ["残疾人补贴下拨", "临时困难补助下拨"],
  purpose: "街道上月新增对象已公示七天，无异议，申请下拨补助资金。",
};

const supplier = (index: number, titles: readonly string[]): MatterDesk => ({
  applicant: `supplier-${index}`,
  receiver: `supplier-${index}`,
  payee: `supplier-${index}`,
  to: "qingshi-street",
  reviewer: "street-manager",
  payer: "street-finance",
  fund: 3,
  office: "street-office",
  adviser: { organisation: "civil-affairs", manager: "civil-manager" },
  amounts: { least: 2_000_000, steps: 60, step: 70_000 },
  titles,
  purpose: "本期工程已完工，监理签字齐全，附合同和发票，申请支付进度款。",
});

const individual = (index: number): MatterDesk => ({
  applicant: `person-${index}`,
  receiver: `person-${index}`,
  payee: `person-${index}`,
  to: "qingshi-street",
  reviewer: "street-manager",
  payer: "street-finance",
  fund: 2,
  office: "street-office",
  amounts: { least: 40_000, steps: 20, step: 5_000 },
  titles: ["临时困难补助", "辅具购置补助", "住院护理补助"],
  purpose: "家里有人住院，医药费单据已上传，申请补助。",
});

/** The desks in the order in which they take turns; the street's comes first, as people are paid from what it receives. */
export const matterDesks: readonly MatterDesk[] = [
  street,
  supplier(0, ["枫桥里外墙修缮进度款", "青石路管网改造进度款", "东溪里屋面翻修尾款"]),
  individual(0),
  supplier(1, ["柳湾小区门窗更换", "安居一村坡道改造", "青石路 12 号加装扶手"]),
  department,
  supplier(2, ["电梯维保第 2 季度", "电梯大修首付款", "呼梯系统更换"]),
  individual(1),
  supplier(0, ["枫桥里地下管线迁改", "青石路围墙整修"]),
  supplier(1, ["东溪里消防通道整治", "安居二村雨污分流"]),
  individual(2),
];
