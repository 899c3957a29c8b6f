/** Weights are households in ten thousand (公安部户政管理研究中心, 二〇二〇年全国姓名报告, rounded), then some rarer ones. */
export const surnames: readonly (readonly [surname: string, weight: number])[] = [
  ...weighted("王720 李710 张670 刘520 陈460 杨310 黄230 赵220 吴210 周200 徐150 孙140 马130 朱130 胡120"),
  ...weighted("郭120 何120 林115 高110 罗100 郑90 梁85 谢80 宋80 唐75 许70 韩65 冯65 邓65 曹60 彭58 曾58"),
  ...weighted("肖55 田52 董50 袁50 潘48 于46 蒋45 蔡45 余44 杜43 叶42 程42 苏41 魏40 吕40 丁39 任38 沈37"),
  ...weighted("姚36 卢36 姜35 崔34 钟33 谭32 陆31 汪30 范30 金29 石29 廖28 贾27 夏27 韦26 傅25 方25 白24"),
  ...weighted("邹23 孟22 熊22 秦21 邱21 江20 尹20 薛19 闫18 段18 雷17 侯17 龙16 史16 陶15 黎15 贺14 顾14"),
  ...weighted("毛13 郝13 龚12 邵12 万11 钱10 严9 覃8 武7 戴7 莫6 孔5 向5 汤4 单3 仇2 欧阳4 上官2 司马1"),
];

/** By generation and sex: characters of given names, and how many of ten names have one character only. */
export interface GivenNames {
  readonly first: string;
  readonly second: string;
  readonly single: number;
}

/** The last birth year of a generation, and its names of men and of women. */
export const generations: readonly { readonly until: number; readonly men: GivenNames; readonly women: GivenNames }[] =
  [
    {
      until: 1965,
      men: { first: "有富贵福财金长德树根水木荣春天庆启廷", second: "生根田财发贵林山福才树成德明松祥旺", single: 1 },
      women: { first: "桂秀玉春兰菊金月凤素珍翠腊冬香", second: "英珍兰枝花莲香菊妹娥梅云芝秀凤", single: 1 },
    },
    {
      until: 1984,
      men: { first: "建国志文永卫爱新立海晓大少红", second: "军强国华平伟明勇民辉东林兵锋", single: 3 },
      women: { first: "丽红小春艳秋海美晓爱惠雪", second: "红霞梅燕芳丽英娟敏萍华琴", single: 3 },
    },
    {
      until: 2004,
      men: { first: "志俊文明海家晓天子鹏", second: "鹏杰超涛磊飞凯龙伟斌", single: 4 },
      women: { first: "晓婷雪静佳梦思慧雅小", second: "婷静雪娜丽敏佳慧莹倩", single: 4 },
    },
    {
      until: 9999,
      men: { first: "子浩宇俊一梓嘉铭书景", second: "轩宇豪泽涵睿航阳辰安", single: 1 },
      women: { first: "子欣雨梓思诗语佳可若", second: "涵萱怡妍琪彤悦瑶晴禾", single: 1 },
    },
  ];

/** Some of these are missing in fonts, in GB 2312 or in old systems, or stand outside the first plane of Unicode. */
export const rareCharacters = ["𠮷", "㛃", "䶮", "堃", "喆", "翀", "昇", "玥"] as const;
/** Names in ten thousand that have one of them. */
export const rareNames = 30;

function weighted(text: string): [string, number][] {
  return text.split(" ").map((part) => {
    const surname = part.replace(/\d+$/, "");
    return [surname, Number(part.slice(surname.length))];
  });
}
