/** What a function makes of an argument, made once for each: formatters take longer to make than to use. */
export function kept<A, T>(make: (argument: A) => T): (argument: A) => T {
  const made = new Map<A, T>();
  return argument => {
    const before = made.get(argument);
    if (before !== undefined) return before;
    const now = make(argument);
    made.set(argument, now);
    return now;
  };
}
