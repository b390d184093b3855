/** What is wrong, by the name of the field of the request; under '' what names none. */
export type FieldErrors = Partial<Record<string, string[]>>;

/** The API begins each message with its field, like `name: must …` or `conditions[2].field: must …`. */
export function fieldErrors(messages: readonly string[]): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const message of messages) {
    const [, field = '', text = message] = /^([a-z][A-Za-z]*)[\w.[\]]*: (.*)$/.exec(message) ?? [];
    (fields[field] ??= []).push(text.charAt(0).toUpperCase() + text.slice(1));
  }
  return fields;
}
