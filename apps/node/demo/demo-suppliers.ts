/** Firms of the demo by number; all invented. */
export const supplierNames = [
  "澜湾建工集团有限公司",
  "青石安居工程有限公司",
  "晨光电梯维保有限公司",
  "东溪园林绿化有限公司",
  "恒泰建材商行",
  "明远工程监理有限公司",
];

/** Shops of the demo that take consumer vouchers, by number. */
export const merchantNames = ["东溪茶馆", "柳湾饭庄"];
