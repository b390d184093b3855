import { expect, test } from 'vitest';
import { ApiError } from './ApiError';

test('A problem document becomes an error with code, words, fields and trace', async () => {
  const error = await ApiError.of(
    new Response(
      JSON.stringify({
        detail: 'Two fields are wrong',
        errorCode: 'VALIDATION_FAILED',
        traceId: 't',
        errors: [{ message: 'name: is missing' }],
      }),
      { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
    ),
  );
  expect(error).toMatchObject({
    status: 400,
    code: 'VALIDATION_FAILED',
    message: 'Two fields are wrong',
    traceId: 't',
    fields: { name: ['Is missing'] },
  });
});

test('An answer of something in between, with no problem document, still says what came', async () => {
  const error = await ApiError.of(
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
  );
  expect(error).toMatchObject({ status: 502, code: 'UNKNOWN', message: 'The service answered 502' });
});

test('Retry-After is kept', async () => {
  const error = await ApiError.of(new Response(null, { status: 503, headers: { 'Retry-After': '7' } }));
  expect(error.retryAfterSeconds).toBe(7);
  expect(error.isPassing).toBe(true);
});
