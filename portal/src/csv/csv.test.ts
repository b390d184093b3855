import { expect, test } from 'vitest';
import { toCsv } from './csv';

test('Lines end with CR LF, the last one too', () => {
  expect(toCsv(['a', 'b'], [['1', '2']])).toBe('a,b\r\n1,2\r\n');
});

test('Commas, quotes and line breaks are quoted, quotes twice', () => {
  expect(toCsv(['a'], [['x,y'], ['say "hi"'], ['two\nlines']])).toBe('a\r\n"x,y"\r\n"say ""hi"""\r\n"two\nlines"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1+1'])('Text %j cannot run as a formula', text => {
  expect(toCsv([text], [])).toBe(`'${text}\r\n`);
});

test('A formula with a comma is quoted and harmless', () => {
  expect(toCsv(['=HYPERLINK("a","b")'], [])).toBe('"\'=HYPERLINK(""a"",""b"")"\r\n');
});

test('Negative numbers stay numbers, and nothing is an empty cell', () => {
  expect(toCsv(['a', 'b', 'c'], [[-1.5, undefined, null]])).toBe('a,b,c\r\n-1.5,,\r\n');
});
