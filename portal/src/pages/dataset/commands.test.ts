import { expect, test } from 'vitest';
import { credentialLines, downloadCommand, quoted } from './commands';

test.each([
  ['plain-1.txt', 'plain-1.txt'],
  ['two words', "'two words'"],
  ["it's", `'it'\\''s'`],
  ['$(rm -rf ~)', `'$(rm -rf ~)'`],
  ['', "''"],
])('%j is one word of a shell: %s', (word, expected) => {
  expect(quoted(word)).toBe(expected);
});

test.each([
  ['T cells, run 7', 'T-cells-run-7'],
  ['../../etc', 'etc'],
  ['…', 'd1'],
  ['Zürich', 'Zürich'],
])('A dataset named %j is downloaded into the folder %s', (name, folder) => {
  expect(downloadCommand({ s3: 's3://alias/datasets/d1', id: 'd1', name })).toBe(
    `aws s3 sync s3://alias/datasets/d1 ${quoted(folder)}`,
  );
});

test('Credentials are four lines for a shell', () => {
  const lines = credentialLines({
    accessKeyId: 'A',
    secretAccessKey: 'b/c+d',
    sessionToken: 't',
    region: 'eu-west-1',
    expiration: '2026-01-01T00:00:00Z',
  });
  expect(lines.split('\n')).toEqual([
    'export AWS_ACCESS_KEY_ID=A',
    "export AWS_SECRET_ACCESS_KEY='b/c+d'",
    'export AWS_SESSION_TOKEN=t',
    'export AWS_REGION=eu-west-1',
  ]);
});
