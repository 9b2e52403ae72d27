/** Papers, stations and sites: what they sign is most often reprinted, and the sender is another. */
const MEDIA =
  /^(?:新华[社网]|人民[日网]报?|央视(?:网|新闻)?|中新[社网]|光明(?:日报|网)|澎湃(?:新闻)?|.{0,8}(?:日报|晚报|晨报|都市报|电视台|广播电台|客户端|公众号|新闻网))社?$/u;

export const isNewsMedium = (unit: string): boolean => MEDIA.test(unit);
