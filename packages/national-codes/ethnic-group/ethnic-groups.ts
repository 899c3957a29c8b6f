import { codeTable } from "../code-table/code-table.ts";

/**
 * The 56 ethnic groups of GB/T 3304-1991 in the order of their numbers, whole: 1 is 汉族. English is the standard's
 * romanisation. 97 and 98 of other registers (groups not yet identified, naturalised citizens) are not the standard's.
 */
const groups =
  "汉 Han HA,蒙古 Mongol MG,回 Hui HU,藏 Zang ZA,维吾尔 Uygur UG,苗 Miao MH,彝 Yi YI,壮 Zhuang ZH,布依 Buyei BY,朝鲜 Chosen CS," +
  "满 Man MA,侗 Dong DO,瑶 Yao YA,白 Bai BA,土家 Tujia TJ,哈尼 Hani HN,哈萨克 Kazak KZ,傣 Dai DA,黎 Li LI,傈僳 Lisu LS," +
  "佤 Va VA,畲 She SH,高山 Gaoshan GS,拉祜 Lahu LH,水 Sui SU,东乡 Dongxiang DX,纳西 Naxi NX,景颇 Jingpo JP,柯尔克孜 Kirgiz KG,土 Tu TU," +
  "达斡尔 Daur DU,仫佬 Mulao ML,羌 Qiang QI,布朗 Blang BL,撒拉 Salar SL,毛南 Maonan MN,仡佬 Gelao GL,锡伯 Xibe XB,阿昌 Achang AC,普米 Pumi PM," +
  "塔吉克 Tajik TA,怒 Nu NU,乌孜别克 Uzbek UZ,俄罗斯 Russ RS,鄂温克 Ewenki EW,德昂 Deang DE,保安 Bonan BN,裕固 Yugur YG,京 Gin GI,塔塔尔 Tatar TT," +
  "独龙 Derung DR,鄂伦春 Oroqen OR,赫哲 Hezhen HZ,门巴 Monba MB,珞巴 Lhoba LB,基诺 Jino JN";

/** Found by number (its leading zero may be lost), Chinese name with or without 族, romanisation and letters. */
export const ethnicGroups = codeTable(
  "GB/T 3304-1991",
  groups.split(",").map((group, index) => {
    const [name = "", roman = "", letters = ""] = group.split(" ");
    const number = String(index + 1);
    return [number.padStart(2, "0"), `${name}族`, roman, name, letters, number];
  }),
);
