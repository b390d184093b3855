/** Money to the cent; what is less than a cent says so instead of pretending to be nothing. */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  if (amount > 0 && amount < 0.01) return `< ${format.format(0.01)}`;
  if (amount < 0 && amount > -0.01) return `> ${format.format(-0.01)}`;
  return format.format(amount);
}

export const formatExactMoney = (amount: number, currency: string, locale?: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 10 }).format(amount);
