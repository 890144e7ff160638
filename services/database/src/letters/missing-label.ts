import type { Label } from '@zhouji/domain';

const words: Record<string, (what: string) => Label> = {
  authorization: (member) => ({
    zh: `${member}的家庭经济状况核对授权书`,
    en: `Authorisation by ${member} to verify the household's means`,
  }),
  signature: (member) => ({ zh: `${member}的签名`, en: `Signature of ${member}` }),
  document: (what) => ({ zh: what, en: what }),
};

/** What `authorization:<member>`, `signature:<member>` and `document:<what>` say to people. */
export function missingLabel(item: string): Label {
  const [kind = '', ...rest] = item.split(':');
  return words[kind]?.(rest.join(':')) ?? { zh: item, en: item };
}
