import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type AddressValues = Record<string, string | readonly string[] | undefined>;

/**
 * The part of a view that its address holds, so that it can be sent to a colleague. Values that are empty are not in it.
 * A change replaces the entry of the history: back leaves the page instead of undoing letter by letter.
 */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams();

  const change = useCallback(
    (values: AddressValues) => {
      // Of the window and not of the last rendering, which may not know yet of a change that was made just before.
      setParameters(withValues(new URLSearchParams(window.location.search), values), {
        replace: true,
        preventScrollReset: true,
      });
    },
    [setParameters],
  );

  return { parameters, change };
}

/** @param values An empty or missing value takes its parameter out; several make it appear several times. */
export function withValues(before: URLSearchParams, values: AddressValues): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) {
    after.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one) after.append(name, one);
  }
  return after;
}
