import { expect, test } from 'vitest';
import { findLines, sourceFiles } from '../support/sources.ts';

const everything = sourceFiles().filter((file) => !/lock|\.(png|jpe?g|pdf|ttf|woff2?|ico)$/.test(file));
const code = everything.filter((file) => /\.(ts|mjs|svelte)$/.test(file));
const product = everything.filter(
  (file) => /^(services|workflows|web)\/.*\.(ts|svelte|json|html|css|yaml)$/.test(file) && !file.endsWith('.test.ts'),
);

test('no file speaks of the paths of one machine or of the hosts of package registries', () => {
  // Written so that these patterns do not find themselves.
  const paths = /\.\.\/share[d]|(^|[^a-z.])\/(wor[k]|far[m]|roo[t])\//;
  const hosts = /https?:\/\/[a-z0-9.-]*(npm|py[p]i|pythonh|maven|golang|debian)[a-z0-9.-]*/;
  expect(findLines(everything, paths)).toEqual([]);
  expect(findLines(everything, hosts)).toEqual([]);
});

test('every test runs, and none keeps others from running', () => {
  expect(
    findLines(code, /\b(it|test|describe|suite)\.(skip|only|todo|fails|skipIf|runIf)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/),
  ).toEqual([]);
});

test('no test is tried again, and none sleeps a fixed time', () => {
  const tests = code.filter((file) => file.endsWith('.test.ts'));
  expect(findLines(tests, /\bretry:\s*[1-9]|setTimeout\(\s*\w+\s*,\s*\d{3,}\s*\)/)).toEqual([]);
});

test('the code makes no promises', () => {
  expect(findLines(code, /\b(TOD[O]|FIXM[E]|HAC[K]|XX[X]|stu[b](bed)?|not implemente[d])\b/)).toEqual([]);
});

test('lint and compiler are not silenced without a reason', () => {
  expect(findLines(code, /@ts-(ignore|nocheck)|(oxlint|eslint)-disable(?!.*--)/)).toEqual([]);
});

// A help office measures its own delays, not how busy its people look: the circulars on easing the load of the grass roots forbid it.
test('nobody is ranked, scored, made to check in or timed', () => {
  const measures =
    /\b(leader-?board|rankings?|gamif\w*|streaks?|online-?time|onlineDuration|dailyCheckIn|merit-?points)\b|积分|排名|排行榜|打卡|签到|在线时长/i;
  expect(findLines(product, measures)).toEqual([]);
});

test('no file bears a name that says nothing', () => {
  expect(
    sourceFiles(/(^|\/)(utils?|helpers?|common|misc|manager|[a-z-]*-(utils?|helpers?|manager|v2|new|old|final))(\.[a-z.]+)?$/),
  ).toEqual([]);
});

test('files are named in kebab-case, components in PascalCase', () => {
  const wrong = sourceFiles(/\.(ts|mjs|svelte)$/)
    .map((file) => file.split('/').at(-1) ?? '')
    .filter(
      (name) =>
        !(
          name.endsWith('.svelte')
            ? /^([A-Z][A-Za-z0-9]*|\+(page|layout|error))(@[a-z()-]*)?\.svelte$/
            : /^(\+[a-z]+|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)*\.(ts|mjs)$/i
        ).test(name),
    );
  expect(wrong.filter((name) => !/^Migration\d+/.test(name))).toEqual([]);
});

test('sentences for people stand in the tables of the domain, the wording of letters and the message files, and nowhere else', () => {
  // What the player and the sample page say is what people write; languages, and this project, are called by their own names.
  const elsewhere = sourceFiles(/^(services\/(api|bank|database|letters|worker)|workflows|web)\/src\/.*\.(ts|svelte)$/).filter(
    (file) =>
      !/\.test\.ts$|\.generated\.|\/(demo|seed|migrations|components)\/|LanguageSwitch|open-api\.ts|^services\/database\/src\/letters\/|^services\/letters\/src\/words\.ts$/.test(
        file,
      ),
  );
  // Chinese outside of comments and of patterns that read what people type; and labels in two languages.
  const spoken = findLines(elsewhere, /^(?!\s*(\/?\*|\/\/|<!--)).*\p{Script=Han}|\b(zh|en): (['"][^'"]|`[^$])/u).filter(
    (line) => !/\/\^?[^/]*\p{Script=Han}[^/]*\/[a-z]*[.,)]|\/\/ .*\p{Script=Han}|\/\*\* .*\p{Script=Han}.* \*\/$/u.test(line),
  );
  expect(spoken).toEqual([]);
});
