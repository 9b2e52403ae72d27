/** What the editors write under 处理结果, as far as it is understood: used, not used, or anything else. */
export const isAccepted = (decision: string): boolean => /^已?(?:经)?采用/u.test(decision);

export const isRefused = (decision: string): boolean =>
  /^(?:未|不|没有?)(?:予|被|获|能)?(?:采用|采纳|录用|刊用|刊发|刊登)/u.test(decision);
